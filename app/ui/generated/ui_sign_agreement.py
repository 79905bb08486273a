# From forms/screens/sign_agreement.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Signatures and the seal under the agreement.

################################################################################
## Form generated from reading UI file 'sign_agreement.ui'
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

from app.ui.widgets.designed_acts import RadioRow
from app.ui.widgets.designed_rows import (DayRow, PickRow, TextRow)

class Ui_SignAgreementForm(object):
    def setupUi(self, SignAgreementForm):
        if not SignAgreementForm.objectName():
            SignAgreementForm.setObjectName(u"SignAgreementForm")
        self.grid = QGridLayout(SignAgreementForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.signed_row = PickRow(SignAgreementForm)
        self.signed_row.setObjectName(u"signed_row")
        self.signed_row.setProperty(u"path", u"signed")

        self.grid.addWidget(self.signed_row, 0, 0, 1, 2)

        self.how_row = RadioRow(SignAgreementForm)
        self.how_row.setObjectName(u"how_row")
        self.how_row.setProperty(u"path", u"how")
        self.how_row.setMandatory(True)

        self.grid.addWidget(self.how_row, 1, 0, 1, 2)

        self.on_row = DayRow(SignAgreementForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 2, 0, 1, 1)

        self.by_row = TextRow(SignAgreementForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setLimit(100)

        self.grid.addWidget(self.by_row, 2, 1, 1, 1)

        self.witness_row = TextRow(SignAgreementForm)
        self.witness_row.setObjectName(u"witness_row")
        self.witness_row.setProperty(u"path", u"witness")
        self.witness_row.setLimit(100)

        self.grid.addWidget(self.witness_row, 3, 0, 1, 1)

        self.sealed_on_row = DayRow(SignAgreementForm)
        self.sealed_on_row.setObjectName(u"sealed_on_row")
        self.sealed_on_row.setProperty(u"path", u"sealed_on")

        self.grid.addWidget(self.sealed_on_row, 3, 1, 1, 1)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(SignAgreementForm)

        QMetaObject.connectSlotsByName(SignAgreementForm)
    # setupUi

    def retranslateUi(self, SignAgreementForm):
        self.signed_row.setCaption(QCoreApplication.translate("SignAgreementForm", u"\u5df2\u7ecf\u7b7e\u540d\u7684", None))
        self.how_row.setCaption(QCoreApplication.translate("SignAgreementForm", u"\u7b7e\u540d\u65b9\u5f0f", None))
        self.on_row.setCaption(QCoreApplication.translate("SignAgreementForm", u"\u7b7e\u540d\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("SignAgreementForm", u"\u7531\u4ee3\u7406\u4eba\u4ee3\u7b7e", None))
        self.by_row.setPlaceholder(QCoreApplication.translate("SignAgreementForm", u"\u672c\u4eba\u7b7e\u540d\u7684\u4e0d\u586b", None))
        self.witness_row.setCaption(QCoreApplication.translate("SignAgreementForm", u"\u89c1\u8bc1\u4eba", None))
        self.witness_row.setPlaceholder(QCoreApplication.translate("SignAgreementForm", u"\u6309\u6307\u5370\u65f6\u586b\u5199", None))
        self.sealed_on_row.setCaption(QCoreApplication.translate("SignAgreementForm", u"\u52a0\u76d6\u59d4\u5458\u4f1a\u5370\u7ae0", None))
        pass
    # retranslateUi
