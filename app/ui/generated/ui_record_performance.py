# From forms/screens/record_performance.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Something was paid or done under the agreement.

################################################################################
## Form generated from reading UI file 'record_performance.ui'
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
from app.ui.widgets.designed_rows import (ChoiceRow, DayRow, MoneyRow)

class Ui_RecordPerformanceForm(object):
    def setupUi(self, RecordPerformanceForm):
        if not RecordPerformanceForm.objectName():
            RecordPerformanceForm.setObjectName(u"RecordPerformanceForm")
        self.grid = QGridLayout(RecordPerformanceForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.obligation_no_row = RadioRow(RecordPerformanceForm)
        self.obligation_no_row.setObjectName(u"obligation_no_row")
        self.obligation_no_row.setProperty(u"path", u"obligation_no")
        self.obligation_no_row.setMandatory(True)

        self.grid.addWidget(self.obligation_no_row, 0, 0, 1, 2)

        self.payer_row = ChoiceRow(RecordPerformanceForm)
        self.payer_row.setObjectName(u"payer_row")
        self.payer_row.setProperty(u"path", u"payer")

        self.grid.addWidget(self.payer_row, 1, 0, 1, 2)

        self.on_row = DayRow(RecordPerformanceForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 2, 0, 1, 1)

        self.amount_row = MoneyRow(RecordPerformanceForm)
        self.amount_row.setObjectName(u"amount_row")
        self.amount_row.setProperty(u"path", u"amount")
        self.amount_row.setMandatory(True)

        self.grid.addWidget(self.amount_row, 2, 1, 1, 1)

        self.done_row = TickRow(RecordPerformanceForm)
        self.done_row.setObjectName(u"done_row")
        self.done_row.setProperty(u"path", u"done")
        self.done_row.setMandatory(True)

        self.grid.addWidget(self.done_row, 3, 0, 1, 2)

        self.note_row = TallRow(RecordPerformanceForm)
        self.note_row.setObjectName(u"note_row")
        self.note_row.setProperty(u"path", u"note")
        self.note_row.setLimit(1000)
        self.note_row.setLines(2)

        self.grid.addWidget(self.note_row, 4, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(RecordPerformanceForm)

        QMetaObject.connectSlotsByName(RecordPerformanceForm)
    # setupUi

    def retranslateUi(self, RecordPerformanceForm):
        self.obligation_no_row.setCaption(QCoreApplication.translate("RecordPerformanceForm", u"\u54ea\u4e00\u9879", None))
        self.payer_row.setCaption(QCoreApplication.translate("RecordPerformanceForm", u"\u8c01\u5c65\u884c\u7684", None))
        self.payer_row.setPlaceholder(QCoreApplication.translate("RecordPerformanceForm", u"\u8bf7\u9009\u62e9", None))
        self.on_row.setCaption(QCoreApplication.translate("RecordPerformanceForm", u"\u5c65\u884c\u65e5\u671f", None))
        self.amount_row.setCaption(QCoreApplication.translate("RecordPerformanceForm", u"\u6536\u5230\u91d1\u989d\uff08\u5143\uff09", None))
        self.done_row.setCaption(QCoreApplication.translate("RecordPerformanceForm", u"\u5c65\u884c\u60c5\u51b5", None))
        self.done_row.setSentence(QCoreApplication.translate("RecordPerformanceForm", u"\u8fd9\u4e00\u9879\u5df2\u7ecf\u5c65\u884c\u5b8c\u6bd5", None))
        self.note_row.setCaption(QCoreApplication.translate("RecordPerformanceForm", u"\u5907\u6ce8", None))
        self.note_row.setPlaceholder(QCoreApplication.translate("RecordPerformanceForm", u"\u4ed8\u6b3e\u65b9\u5f0f\u3001\u786e\u8ba4\u4eba\u7b49\uff0c\u53ef\u4e0d\u586b", None))
        pass
    # retranslateUi
