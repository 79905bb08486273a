# From forms/screens/keep_calculation.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Which calculation, when and by whom; the calculator itself stands below.

################################################################################
## Form generated from reading UI file 'keep_calculation.ui'
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

from app.ui.widgets.designed_rows import (ChoiceRow, DayRow, TextRow)

class Ui_KeepCalculationForm(object):
    def setupUi(self, KeepCalculationForm):
        if not KeepCalculationForm.objectName():
            KeepCalculationForm.setObjectName(u"KeepCalculationForm")
        self.grid = QGridLayout(KeepCalculationForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.calculator_row = ChoiceRow(KeepCalculationForm)
        self.calculator_row.setObjectName(u"calculator_row")
        self.calculator_row.setProperty(u"path", u"calculator")
        self.calculator_row.setMandatory(True)

        self.grid.addWidget(self.calculator_row, 0, 0, 1, 1)

        self.on_row = DayRow(KeepCalculationForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 0, 1, 1, 1)

        self.by_row = TextRow(KeepCalculationForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 0, 2, 1, 1)

        self.grid.setColumnStretch(0, 2)
        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(2, 1)

        self.retranslateUi(KeepCalculationForm)

        QMetaObject.connectSlotsByName(KeepCalculationForm)
    # setupUi

    def retranslateUi(self, KeepCalculationForm):
        self.calculator_row.setCaption(QCoreApplication.translate("KeepCalculationForm", u"\u8ba1\u7b97\u4ec0\u4e48", None))
        self.on_row.setCaption(QCoreApplication.translate("KeepCalculationForm", u"\u8ba1\u7b97\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("KeepCalculationForm", u"\u8ba1\u7b97\u4eba", None))
        pass
    # retranslateUi
