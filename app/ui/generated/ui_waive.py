# From forms/screens/waive.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Somebody gives up what they are owed.

################################################################################
## Form generated from reading UI file 'waive.ui'
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
from app.ui.widgets.designed_rows import (ChoiceRow, DayRow, MoneyRow, TextRow)

class Ui_WaiveForm(object):
    def setupUi(self, WaiveForm):
        if not WaiveForm.objectName():
            WaiveForm.setObjectName(u"WaiveForm")
        self.grid = QGridLayout(WaiveForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.obligation_no_row = RadioRow(WaiveForm)
        self.obligation_no_row.setObjectName(u"obligation_no_row")
        self.obligation_no_row.setProperty(u"path", u"obligation_no")
        self.obligation_no_row.setMandatory(True)

        self.grid.addWidget(self.obligation_no_row, 0, 0, 1, 2)

        self.amount_row = MoneyRow(WaiveForm)
        self.amount_row.setObjectName(u"amount_row")
        self.amount_row.setProperty(u"path", u"amount")
        self.amount_row.setMandatory(True)

        self.grid.addWidget(self.amount_row, 1, 0, 1, 1)

        self.waived_by_row = TextRow(WaiveForm)
        self.waived_by_row.setObjectName(u"waived_by_row")
        self.waived_by_row.setProperty(u"path", u"waived_by")
        self.waived_by_row.setMandatory(True)
        self.waived_by_row.setLimit(100)

        self.grid.addWidget(self.waived_by_row, 1, 1, 1, 1)

        self.consent_on_row = DayRow(WaiveForm)
        self.consent_on_row.setObjectName(u"consent_on_row")
        self.consent_on_row.setProperty(u"path", u"consent_on")
        self.consent_on_row.setMandatory(True)

        self.grid.addWidget(self.consent_on_row, 2, 0, 1, 1)

        self.method_row = ChoiceRow(WaiveForm)
        self.method_row.setObjectName(u"method_row")
        self.method_row.setProperty(u"path", u"method")
        self.method_row.setMandatory(True)

        self.grid.addWidget(self.method_row, 2, 1, 1, 1)

        self.on_row = DayRow(WaiveForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 3, 0, 1, 1)

        self.by_row = TextRow(WaiveForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 3, 1, 1, 1)

        self.reason_row = TallRow(WaiveForm)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setProperty(u"path", u"reason")
        self.reason_row.setMandatory(True)
        self.reason_row.setLimit(1000)
        self.reason_row.setLines(2)

        self.grid.addWidget(self.reason_row, 4, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(WaiveForm)

        QMetaObject.connectSlotsByName(WaiveForm)
    # setupUi

    def retranslateUi(self, WaiveForm):
        self.obligation_no_row.setCaption(QCoreApplication.translate("WaiveForm", u"\u54ea\u4e00\u9879", None))
        self.amount_row.setCaption(QCoreApplication.translate("WaiveForm", u"\u653e\u5f03\u91d1\u989d\uff08\u5143\uff09", None))
        self.waived_by_row.setCaption(QCoreApplication.translate("WaiveForm", u"\u653e\u5f03\u4eba\uff08\u6743\u5229\u4eba\u672c\u4eba\uff09", None))
        self.consent_on_row.setCaption(QCoreApplication.translate("WaiveForm", u"\u672c\u4eba\u8868\u793a\u7684\u65e5\u671f", None))
        self.method_row.setCaption(QCoreApplication.translate("WaiveForm", u"\u672c\u4eba\u8868\u793a\u7684\u65b9\u5f0f", None))
        self.on_row.setCaption(QCoreApplication.translate("WaiveForm", u"\u767b\u8bb0\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("WaiveForm", u"\u767b\u8bb0\u4eba", None))
        self.reason_row.setCaption(QCoreApplication.translate("WaiveForm", u"\u653e\u5f03\u7684\u60c5\u51b5", None))
        pass
    # retranslateUi
