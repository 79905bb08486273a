# From forms/screens/alert.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Something the person in charge must know at once.

################################################################################
## Form generated from reading UI file 'alert.ui'
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

from app.ui.widgets.designed_acts import (MomentRow, RadioRow, TallRow)
from app.ui.widgets.designed_rows import (ChoiceRow, TextRow)

class Ui_AlertForm(object):
    def setupUi(self, AlertForm):
        if not AlertForm.objectName():
            AlertForm.setObjectName(u"AlertForm")
        self.grid = QGridLayout(AlertForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.level_row = RadioRow(AlertForm)
        self.level_row.setObjectName(u"level_row")
        self.level_row.setProperty(u"path", u"level")
        self.level_row.setMandatory(True)

        self.grid.addWidget(self.level_row, 0, 0, 1, 2)

        self.told_row = TextRow(AlertForm)
        self.told_row.setObjectName(u"told_row")
        self.told_row.setProperty(u"path", u"told")
        self.told_row.setMandatory(True)
        self.told_row.setLimit(50)

        self.grid.addWidget(self.told_row, 1, 0, 1, 1)

        self.method_row = ChoiceRow(AlertForm)
        self.method_row.setObjectName(u"method_row")
        self.method_row.setProperty(u"path", u"method")

        self.grid.addWidget(self.method_row, 1, 1, 1, 1)

        self.at_row = MomentRow(AlertForm)
        self.at_row.setObjectName(u"at_row")
        self.at_row.setProperty(u"path", u"at")
        self.at_row.setMandatory(True)

        self.grid.addWidget(self.at_row, 2, 0, 1, 1)

        self.by_row = TextRow(AlertForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 2, 1, 1, 1)

        self.note_row = TallRow(AlertForm)
        self.note_row.setObjectName(u"note_row")
        self.note_row.setProperty(u"path", u"note")
        self.note_row.setMandatory(True)
        self.note_row.setLimit(1000)
        self.note_row.setLines(3)

        self.grid.addWidget(self.note_row, 3, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(AlertForm)

        QMetaObject.connectSlotsByName(AlertForm)
    # setupUi

    def retranslateUi(self, AlertForm):
        self.level_row.setCaption(QCoreApplication.translate("AlertForm", u"\u7ea7\u522b", None))
        self.told_row.setCaption(QCoreApplication.translate("AlertForm", u"\u5df2\u544a\u77e5\u7684\u8d1f\u8d23\u4eba", None))
        self.method_row.setCaption(QCoreApplication.translate("AlertForm", u"\u544a\u77e5\u65b9\u5f0f", None))
        self.at_row.setCaption(QCoreApplication.translate("AlertForm", u"\u65f6\u95f4", None))
        self.by_row.setCaption(QCoreApplication.translate("AlertForm", u"\u7ecf\u529e\u4eba", None))
        self.note_row.setCaption(QCoreApplication.translate("AlertForm", u"\u60c5\u51b5\u8bf4\u660e", None))
        pass
    # retranslateUi
