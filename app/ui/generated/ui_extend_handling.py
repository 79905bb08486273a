# From forms/screens/extend_handling.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# The sixty days are lengthened (信访工作条例第34条).

################################################################################
## Form generated from reading UI file 'extend_handling.ui'
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

from app.ui.widgets.designed_acts import (CountRow, TallRow)
from app.ui.widgets.designed_rows import (DayRow, TextRow)

class Ui_ExtendHandlingForm(object):
    def setupUi(self, ExtendHandlingForm):
        if not ExtendHandlingForm.objectName():
            ExtendHandlingForm.setObjectName(u"ExtendHandlingForm")
        self.grid = QGridLayout(ExtendHandlingForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.days_row = CountRow(ExtendHandlingForm)
        self.days_row.setObjectName(u"days_row")
        self.days_row.setProperty(u"path", u"days")
        self.days_row.setMandatory(True)

        self.grid.addWidget(self.days_row, 0, 0, 1, 1)

        self.approved_by_row = TextRow(ExtendHandlingForm)
        self.approved_by_row.setObjectName(u"approved_by_row")
        self.approved_by_row.setProperty(u"path", u"approved_by")
        self.approved_by_row.setMandatory(True)
        self.approved_by_row.setLimit(50)

        self.grid.addWidget(self.approved_by_row, 0, 1, 1, 1)

        self.reason_row = TallRow(ExtendHandlingForm)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setProperty(u"path", u"reason")
        self.reason_row.setMandatory(True)
        self.reason_row.setLimit(2000)
        self.reason_row.setLines(3)

        self.grid.addWidget(self.reason_row, 1, 0, 1, 2)

        self.on_row = DayRow(ExtendHandlingForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 2, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(ExtendHandlingForm)

        QMetaObject.connectSlotsByName(ExtendHandlingForm)
    # setupUi

    def retranslateUi(self, ExtendHandlingForm):
        self.days_row.setCaption(QCoreApplication.translate("ExtendHandlingForm", u"\u5ef6\u957f\u65e5\u6570", None))
        self.days_row.setRemark(QCoreApplication.translate("ExtendHandlingForm", u"\u6700\u591a 30 \u65e5", None))
        self.approved_by_row.setCaption(QCoreApplication.translate("ExtendHandlingForm", u"\u6279\u51c6\u7684\u8d1f\u8d23\u4eba", None))
        self.reason_row.setCaption(QCoreApplication.translate("ExtendHandlingForm", u"\u5ef6\u671f\u7684\u7406\u7531", None))
        self.reason_row.setRemark(QCoreApplication.translate("ExtendHandlingForm", u"\u8981\u544a\u77e5\u4fe1\u8bbf\u4eba", None))
        self.on_row.setCaption(QCoreApplication.translate("ExtendHandlingForm", u"\u6279\u51c6\u65e5\u671f", None))
        pass
    # retranslateUi
