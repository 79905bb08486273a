# From forms/screens/refer_on.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Where the parties went on to.

################################################################################
## Form generated from reading UI file 'refer_on.ui'
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

from app.ui.widgets.designed_acts import (RadioRow, TallRow, TickRow)
from app.ui.widgets.designed_rows import (DayRow, TextRow)

class Ui_ReferOnForm(object):
    def setupUi(self, ReferOnForm):
        if not ReferOnForm.objectName():
            ReferOnForm.setObjectName(u"ReferOnForm")
        self.grid = QGridLayout(ReferOnForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.purpose_row = RadioRow(ReferOnForm)
        self.purpose_row.setObjectName(u"purpose_row")
        self.purpose_row.setProperty(u"path", u"purpose")
        self.purpose_row.setMandatory(True)

        self.grid.addWidget(self.purpose_row, 0, 0, 1, 2)

        self.body_row = TextRow(ReferOnForm)
        self.body_row.setObjectName(u"body_row")
        self.body_row.setProperty(u"path", u"body")
        self.body_row.setMandatory(True)
        self.body_row.setLimit(100)

        self.grid.addWidget(self.body_row, 1, 0, 1, 2)

        self.on_row = DayRow(ReferOnForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 2, 0, 1, 1)

        self.number_row = TextRow(ReferOnForm)
        self.number_row.setObjectName(u"number_row")
        self.number_row.setProperty(u"path", u"number")
        self.number_row.setLimit(60)

        self.grid.addWidget(self.number_row, 2, 1, 1, 1)

        self.consented_row = TickRow(ReferOnForm)
        self.consented_row.setObjectName(u"consented_row")
        self.consented_row.setProperty(u"path", u"consented")

        self.grid.addWidget(self.consented_row, 3, 0, 1, 2)

        self.by_row = TextRow(ReferOnForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 4, 0, 1, 1)

        self.note_row = TallRow(ReferOnForm)
        self.note_row.setObjectName(u"note_row")
        self.note_row.setProperty(u"path", u"note")
        self.note_row.setLimit(1000)
        self.note_row.setLines(2)

        self.grid.addWidget(self.note_row, 5, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(ReferOnForm)

        QMetaObject.connectSlotsByName(ReferOnForm)
    # setupUi

    def retranslateUi(self, ReferOnForm):
        self.purpose_row.setCaption(QCoreApplication.translate("ReferOnForm", u"\u5bf9\u63a5\u7684\u4e8b\u9879", None))
        self.body_row.setCaption(QCoreApplication.translate("ReferOnForm", u"\u6cd5\u9662\u3001\u4ef2\u88c1\u673a\u6784\u6216\u8005\u8c03\u89e3\u7ec4\u7ec7", None))
        self.on_row.setCaption(QCoreApplication.translate("ReferOnForm", u"\u5bf9\u63a5\u65e5\u671f", None))
        self.number_row.setCaption(QCoreApplication.translate("ReferOnForm", u"\u6848\u53f7\u3001\u6587\u53f7", None))
        self.consented_row.setCaption(QCoreApplication.translate("ReferOnForm", u"\u53cc\u65b9\u610f\u89c1", None))
        self.consented_row.setSentence(QCoreApplication.translate("ReferOnForm", u"\u53cc\u65b9\u540c\u610f\u8f6c\u4ea4\u8c03\u89e3", None))
        self.by_row.setCaption(QCoreApplication.translate("ReferOnForm", u"\u7ecf\u529e\u4eba", None))
        self.note_row.setCaption(QCoreApplication.translate("ReferOnForm", u"\u5907\u6ce8", None))
        pass
    # retranslateUi
