# From forms/screens/reach_agreement.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# What the parties agreed on, and who owes what by when (办法第24条).

################################################################################
## Form generated from reading UI file 'reach_agreement.ui'
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
from app.ui.widgets.designed_rows import DayRow
from app.ui.widgets.obligation_rows import ObligationsRow

class Ui_ReachAgreementForm(object):
    def setupUi(self, ReachAgreementForm):
        if not ReachAgreementForm.objectName():
            ReachAgreementForm.setObjectName(u"ReachAgreementForm")
        self.grid = QGridLayout(ReachAgreementForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.agreed_on_row = DayRow(ReachAgreementForm)
        self.agreed_on_row.setObjectName(u"agreed_on_row")
        self.agreed_on_row.setProperty(u"path", u"agreed_on")
        self.agreed_on_row.setMandatory(True)

        self.grid.addWidget(self.agreed_on_row, 0, 0, 1, 1)

        self.instrument_row = RadioRow(ReachAgreementForm)
        self.instrument_row.setObjectName(u"instrument_row")
        self.instrument_row.setProperty(u"path", u"instrument")
        self.instrument_row.setMandatory(True)

        self.grid.addWidget(self.instrument_row, 0, 1, 1, 3)

        self.terms_row = TallRow(ReachAgreementForm)
        self.terms_row.setObjectName(u"terms_row")
        self.terms_row.setProperty(u"path", u"terms")
        self.terms_row.setMandatory(True)
        self.terms_row.setLimit(5000)
        self.terms_row.setLines(3)

        self.grid.addWidget(self.terms_row, 1, 0, 1, 4)

        self.obligations_row = ObligationsRow(ReachAgreementForm)
        self.obligations_row.setObjectName(u"obligations_row")
        self.obligations_row.setProperty(u"path", u"obligations")
        self.obligations_row.setMandatory(True)

        self.grid.addWidget(self.obligations_row, 2, 0, 1, 4)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(2, 1)
        self.grid.setColumnStretch(3, 1)

        self.retranslateUi(ReachAgreementForm)

        QMetaObject.connectSlotsByName(ReachAgreementForm)
    # setupUi

    def retranslateUi(self, ReachAgreementForm):
        self.agreed_on_row.setCaption(QCoreApplication.translate("ReachAgreementForm", u"\u8fbe\u6210\u534f\u8bae\u65e5\u671f", None))
        self.instrument_row.setCaption(QCoreApplication.translate("ReachAgreementForm", u"\u8c03\u89e3\u4e66", None))
        self.terms_row.setCaption(QCoreApplication.translate("ReachAgreementForm", u"\u534f\u8bae\u5185\u5bb9", None))
        self.terms_row.setPlaceholder(QCoreApplication.translate("ReachAgreementForm", u"\u5199\u8fdb\u8c03\u89e3\u4e66\u7684\u534f\u8bae\u6761\u6b3e", None))
        self.obligations_row.setCaption(QCoreApplication.translate("ReachAgreementForm", u"\u5c65\u884c\u4e49\u52a1", None))
        self.obligations_row.setRemark(QCoreApplication.translate("ReachAgreementForm", u"\u6267\u884c\u9636\u6bb5\u9010\u9879\u767b\u8bb0\uff0c\u671f\u9650\u81ea\u52a8\u8fdb\u5165\u5f85\u529e", None))
        pass
    # retranslateUi
