# From forms/screens/aid_signing.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Signing with help.

################################################################################
## Form generated from reading UI file 'aid_signing.ui'
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
from app.ui.widgets.designed_rows import (ChoiceRow, DayRow, TextRow)

class Ui_AidSigningForm(object):
    def setupUi(self, AidSigningForm):
        if not AidSigningForm.objectName():
            AidSigningForm.setObjectName(u"AidSigningForm")
        self.grid = QGridLayout(AidSigningForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.party_row = ChoiceRow(AidSigningForm)
        self.party_row.setObjectName(u"party_row")
        self.party_row.setProperty(u"path", u"party")
        self.party_row.setMandatory(True)

        self.grid.addWidget(self.party_row, 0, 0, 1, 2)

        self.aid_row = RadioRow(AidSigningForm)
        self.aid_row.setObjectName(u"aid_row")
        self.aid_row.setProperty(u"path", u"aid")
        self.aid_row.setMandatory(True)

        self.grid.addWidget(self.aid_row, 1, 0, 1, 2)

        self.helper_row = TextRow(AidSigningForm)
        self.helper_row.setObjectName(u"helper_row")
        self.helper_row.setProperty(u"path", u"helper")
        self.helper_row.setMandatory(True)
        self.helper_row.setLimit(50)

        self.grid.addWidget(self.helper_row, 2, 0, 1, 1)

        self.witness_row = TextRow(AidSigningForm)
        self.witness_row.setObjectName(u"witness_row")
        self.witness_row.setProperty(u"path", u"witness")
        self.witness_row.setLimit(50)

        self.grid.addWidget(self.witness_row, 2, 1, 1, 1)

        self.on_row = DayRow(AidSigningForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 3, 0, 1, 1)

        self.by_row = TextRow(AidSigningForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 3, 1, 1, 1)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(AidSigningForm)

        QMetaObject.connectSlotsByName(AidSigningForm)
    # setupUi

    def retranslateUi(self, AidSigningForm):
        self.party_row.setCaption(QCoreApplication.translate("AidSigningForm", u"\u5f53\u4e8b\u4eba", None))
        self.aid_row.setCaption(QCoreApplication.translate("AidSigningForm", u"\u600e\u6837\u534f\u52a9", None))
        self.helper_row.setCaption(QCoreApplication.translate("AidSigningForm", u"\u5ba3\u8bfb\u4eba\u6216\u8005\u7ffb\u8bd1\u4eba\u5458", None))
        self.witness_row.setCaption(QCoreApplication.translate("AidSigningForm", u"\u89c1\u8bc1\u4eba", None))
        self.on_row.setCaption(QCoreApplication.translate("AidSigningForm", u"\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("AidSigningForm", u"\u7ecf\u529e\u4eba", None))
        pass
    # retranslateUi
