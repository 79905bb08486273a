# From forms/screens/decide_recusal.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Whether they step aside.

################################################################################
## Form generated from reading UI file 'decide_recusal.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QGridLayout, QSizePolicy, QWidget)

from app.ui.widgets.designed_acts import (RadioRow, TallRow)
from app.ui.widgets.designed_rows import (DayRow, TextRow)

class Ui_DecideRecusalForm(object):
    def setupUi(self, DecideRecusalForm):
        if not DecideRecusalForm.objectName():
            DecideRecusalForm.setObjectName(u"DecideRecusalForm")
        self.grid = QGridLayout(DecideRecusalForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.granted_row = RadioRow(DecideRecusalForm)
        self.granted_row.setObjectName(u"granted_row")
        self.granted_row.setProperty(u"path", u"granted")
        self.granted_row.setMandatory(True)

        self.grid.addWidget(self.granted_row, 0, 0, 1, 1)

        self.replacement_row = TextRow(DecideRecusalForm)
        self.replacement_row.setObjectName(u"replacement_row")
        self.replacement_row.setProperty(u"path", u"replacement")
        self.replacement_row.setLimit(100)

        self.grid.addWidget(self.replacement_row, 0, 1, 1, 1)

        self.decided_on_row = DayRow(DecideRecusalForm)
        self.decided_on_row.setObjectName(u"decided_on_row")
        self.decided_on_row.setProperty(u"path", u"decided_on")
        self.decided_on_row.setMandatory(True)

        self.grid.addWidget(self.decided_on_row, 1, 0, 1, 1)

        self.by_row = TextRow(DecideRecusalForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 1, 1, 1, 1)

        self.reason_row = TallRow(DecideRecusalForm)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setProperty(u"path", u"reason")
        self.reason_row.setMandatory(True)
        self.reason_row.setLimit(1000)
        self.reason_row.setLines(4)

        self.grid.addWidget(self.reason_row, 2, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(DecideRecusalForm)

        QMetaObject.connectSlotsByName(DecideRecusalForm)
    # setupUi

    def retranslateUi(self, DecideRecusalForm):
        self.granted_row.setCaption(QCoreApplication.translate("DecideRecusalForm", u"\u51b3\u5b9a", None))
        self.replacement_row.setCaption(QCoreApplication.translate("DecideRecusalForm", u"\u6539\u7531\u8c01\u8c03\u89e3", None))
        self.decided_on_row.setCaption(QCoreApplication.translate("DecideRecusalForm", u"\u51b3\u5b9a\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("DecideRecusalForm", u"\u51b3\u5b9a\u4eba", None))
        self.reason_row.setCaption(QCoreApplication.translate("DecideRecusalForm", u"\u51b3\u5b9a\u7684\u7406\u7531", None))
        pass
    # retranslateUi
