# From forms/screens/record_consent.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Whether the parties agree to be mediated (办法第18条); one of them may be left for later.

################################################################################
## Form generated from reading UI file 'record_consent.ui'
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
from app.ui.widgets.designed_rows import (ChoiceRow, DayRow, TextRow)

class Ui_RecordConsentForm(object):
    def setupUi(self, RecordConsentForm):
        if not RecordConsentForm.objectName():
            RecordConsentForm.setObjectName(u"RecordConsentForm")
        self.grid = QGridLayout(RecordConsentForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.complainant_row = RadioRow(RecordConsentForm)
        self.complainant_row.setObjectName(u"complainant_row")
        self.complainant_row.setProperty(u"path", u"complainant")
        self.complainant_row.setMandatory(True)

        self.grid.addWidget(self.complainant_row, 0, 0, 1, 1)

        self.respondent_row = RadioRow(RecordConsentForm)
        self.respondent_row.setObjectName(u"respondent_row")
        self.respondent_row.setProperty(u"path", u"respondent")
        self.respondent_row.setMandatory(True)

        self.grid.addWidget(self.respondent_row, 0, 1, 1, 1)

        self.on_row = DayRow(RecordConsentForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 1, 0, 1, 1)

        self.method_row = ChoiceRow(RecordConsentForm)
        self.method_row.setObjectName(u"method_row")
        self.method_row.setProperty(u"path", u"method")
        self.method_row.setMandatory(True)

        self.grid.addWidget(self.method_row, 1, 1, 1, 1)

        self.by_row = TextRow(RecordConsentForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 2, 0, 1, 1)

        self.note_row = TallRow(RecordConsentForm)
        self.note_row.setObjectName(u"note_row")
        self.note_row.setProperty(u"path", u"note")
        self.note_row.setLimit(1000)
        self.note_row.setLines(2)

        self.grid.addWidget(self.note_row, 3, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(RecordConsentForm)

        QMetaObject.connectSlotsByName(RecordConsentForm)
    # setupUi

    def retranslateUi(self, RecordConsentForm):
        self.complainant_row.setCaption(QCoreApplication.translate("RecordConsentForm", u"\u6295\u8bc9\u4eba", None))
        self.respondent_row.setCaption(QCoreApplication.translate("RecordConsentForm", u"\u88ab\u6295\u8bc9\u4eba", None))
        self.on_row.setCaption(QCoreApplication.translate("RecordConsentForm", u"\u5f81\u8be2\u65e5\u671f", None))
        self.method_row.setCaption(QCoreApplication.translate("RecordConsentForm", u"\u5f81\u8be2\u65b9\u5f0f", None))
        self.by_row.setCaption(QCoreApplication.translate("RecordConsentForm", u"\u5f81\u8be2\u4eba", None))
        self.note_row.setCaption(QCoreApplication.translate("RecordConsentForm", u"\u5907\u6ce8", None))
        self.note_row.setPlaceholder(QCoreApplication.translate("RecordConsentForm", u"\u4e0d\u540c\u610f\u7684\u539f\u56e0\u3001\u63d0\u51fa\u7684\u6761\u4ef6\u7b49\uff0c\u53ef\u4e0d\u586b", None))
        pass
    # retranslateUi
