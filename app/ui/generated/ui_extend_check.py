# From forms/screens/extend_check.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Fifteen more working days, approved before the last day.

################################################################################
## Form generated from reading UI file 'extend_check.ui'
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

class Ui_ExtendCheckForm(object):
    def setupUi(self, ExtendCheckForm):
        if not ExtendCheckForm.objectName():
            ExtendCheckForm.setObjectName(u"ExtendCheckForm")
        self.grid = QGridLayout(ExtendCheckForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.approved_on_row = DayRow(ExtendCheckForm)
        self.approved_on_row.setObjectName(u"approved_on_row")
        self.approved_on_row.setProperty(u"path", u"approved_on")
        self.approved_on_row.setMandatory(True)

        self.grid.addWidget(self.approved_on_row, 0, 0, 1, 1)

        self.approved_by_row = TextRow(ExtendCheckForm)
        self.approved_by_row.setObjectName(u"approved_by_row")
        self.approved_by_row.setProperty(u"path", u"approved_by")
        self.approved_by_row.setMandatory(True)
        self.approved_by_row.setLimit(100)

        self.grid.addWidget(self.approved_by_row, 0, 1, 1, 1)

        self.reason_row = TallRow(ExtendCheckForm)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setProperty(u"path", u"reason")
        self.reason_row.setMandatory(True)
        self.reason_row.setLimit(1000)
        self.reason_row.setLines(4)

        self.grid.addWidget(self.reason_row, 1, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(ExtendCheckForm)

        QMetaObject.connectSlotsByName(ExtendCheckForm)
    # setupUi

    def retranslateUi(self, ExtendCheckForm):
        self.approved_on_row.setCaption(QCoreApplication.translate("ExtendCheckForm", u"\u6279\u51c6\u65e5\u671f", None))
        self.approved_by_row.setCaption(QCoreApplication.translate("ExtendCheckForm", u"\u6279\u51c6\u7684\u8d1f\u8d23\u4eba", None))
        self.reason_row.setCaption(QCoreApplication.translate("ExtendCheckForm", u"\u5ef6\u957f\u7684\u7406\u7531", None))
        pass
    # retranslateUi
