# From forms/screens/void_case.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# A registration that was a mistake; the number stays accounted for.

################################################################################
## Form generated from reading UI file 'void_case.ui'
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

from app.ui.widgets.designed_acts import TallRow
from app.ui.widgets.designed_rows import (DayRow, TextRow)

class Ui_VoidCaseForm(object):
    def setupUi(self, VoidCaseForm):
        if not VoidCaseForm.objectName():
            VoidCaseForm.setObjectName(u"VoidCaseForm")
        self.grid = QGridLayout(VoidCaseForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.reason_row = TallRow(VoidCaseForm)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setProperty(u"path", u"reason")
        self.reason_row.setMandatory(True)
        self.reason_row.setLimit(1000)
        self.reason_row.setLines(3)

        self.grid.addWidget(self.reason_row, 0, 0, 1, 2)

        self.on_row = DayRow(VoidCaseForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 1, 0, 1, 1)

        self.by_row = TextRow(VoidCaseForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 1, 1, 1, 1)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(VoidCaseForm)

        QMetaObject.connectSlotsByName(VoidCaseForm)
    # setupUi

    def retranslateUi(self, VoidCaseForm):
        self.reason_row.setCaption(QCoreApplication.translate("VoidCaseForm", u"\u4f5c\u5e9f\u7684\u7406\u7531", None))
        self.reason_row.setPlaceholder(QCoreApplication.translate("VoidCaseForm", u"\u5982\uff1a\u91cd\u590d\u767b\u8bb0\uff0c\u5df2\u6709 \u6d88\u6295\u30142026\u301512\u53f7", None))
        self.on_row.setCaption(QCoreApplication.translate("VoidCaseForm", u"\u4f5c\u5e9f\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("VoidCaseForm", u"\u4f5c\u5e9f\u4eba", None))
        pass
    # retranslateUi
