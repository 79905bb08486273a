# From forms/screens/answer_referral.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# What the court or committee did.

################################################################################
## Form generated from reading UI file 'answer_referral.ui'
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
from app.ui.widgets.designed_rows import (DayRow, TextRow)

class Ui_AnswerReferralForm(object):
    def setupUi(self, AnswerReferralForm):
        if not AnswerReferralForm.objectName():
            AnswerReferralForm.setObjectName(u"AnswerReferralForm")
        self.grid = QGridLayout(AnswerReferralForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.no_row = RadioRow(AnswerReferralForm)
        self.no_row.setObjectName(u"no_row")
        self.no_row.setProperty(u"path", u"no")
        self.no_row.setMandatory(True)

        self.grid.addWidget(self.no_row, 0, 0, 1, 2)

        self.outcome_row = RadioRow(AnswerReferralForm)
        self.outcome_row.setObjectName(u"outcome_row")
        self.outcome_row.setProperty(u"path", u"outcome")
        self.outcome_row.setMandatory(True)

        self.grid.addWidget(self.outcome_row, 1, 0, 1, 2)

        self.on_row = DayRow(AnswerReferralForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 2, 0, 1, 1)

        self.number_row = TextRow(AnswerReferralForm)
        self.number_row.setObjectName(u"number_row")
        self.number_row.setProperty(u"path", u"number")
        self.number_row.setLimit(60)

        self.grid.addWidget(self.number_row, 2, 1, 1, 1)

        self.by_row = TextRow(AnswerReferralForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 3, 0, 1, 1)

        self.text_row = TallRow(AnswerReferralForm)
        self.text_row.setObjectName(u"text_row")
        self.text_row.setProperty(u"path", u"text")
        self.text_row.setLimit(2000)
        self.text_row.setLines(3)

        self.grid.addWidget(self.text_row, 4, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(AnswerReferralForm)

        QMetaObject.connectSlotsByName(AnswerReferralForm)
    # setupUi

    def retranslateUi(self, AnswerReferralForm):
        self.no_row.setCaption(QCoreApplication.translate("AnswerReferralForm", u"\u54ea\u4e00\u6b21\u5bf9\u63a5", None))
        self.outcome_row.setCaption(QCoreApplication.translate("AnswerReferralForm", u"\u7ed3\u679c", None))
        self.on_row.setCaption(QCoreApplication.translate("AnswerReferralForm", u"\u7ed3\u679c\u65e5\u671f", None))
        self.number_row.setCaption(QCoreApplication.translate("AnswerReferralForm", u"\u6848\u53f7\u3001\u6587\u53f7", None))
        self.by_row.setCaption(QCoreApplication.translate("AnswerReferralForm", u"\u767b\u8bb0\u4eba", None))
        self.text_row.setCaption(QCoreApplication.translate("AnswerReferralForm", u"\u7ed3\u679c\u7684\u4e3b\u8981\u5185\u5bb9", None))
        pass
    # retranslateUi
