# From forms/screens/amend_member.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Correcting one member's particulars.

################################################################################
## Form generated from reading UI file 'amend_member.ui'
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

from app.ui.widgets.designed_rows import (ChoiceRow, MoneyRow, TextRow)

class Ui_AmendMemberForm(object):
    def setupUi(self, AmendMemberForm):
        if not AmendMemberForm.objectName():
            AmendMemberForm.setObjectName(u"AmendMemberForm")
        self.grid = QGridLayout(AmendMemberForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.member_row = ChoiceRow(AmendMemberForm)
        self.member_row.setObjectName(u"member_row")
        self.member_row.setProperty(u"path", u"member")
        self.member_row.setMandatory(True)

        self.grid.addWidget(self.member_row, 0, 0, 1, 2)

        self.name_row = TextRow(AmendMemberForm)
        self.name_row.setObjectName(u"name_row")
        self.name_row.setProperty(u"path", u"name")
        self.name_row.setMandatory(True)
        self.name_row.setLimit(100)

        self.grid.addWidget(self.name_row, 1, 0, 1, 1)

        self.phone_row = TextRow(AmendMemberForm)
        self.phone_row.setObjectName(u"phone_row")
        self.phone_row.setProperty(u"path", u"phone")
        self.phone_row.setLimit(30)

        self.grid.addWidget(self.phone_row, 1, 1, 1, 1)

        self.id_no_row = TextRow(AmendMemberForm)
        self.id_no_row.setObjectName(u"id_no_row")
        self.id_no_row.setProperty(u"path", u"id_no")
        self.id_no_row.setLimit(30)

        self.grid.addWidget(self.id_no_row, 2, 0, 1, 1)

        self.claim_row = MoneyRow(AmendMemberForm)
        self.claim_row.setObjectName(u"claim_row")
        self.claim_row.setProperty(u"path", u"claim")

        self.grid.addWidget(self.claim_row, 2, 1, 1, 1)

        self.address_row = TextRow(AmendMemberForm)
        self.address_row.setObjectName(u"address_row")
        self.address_row.setProperty(u"path", u"address")
        self.address_row.setLimit(200)

        self.grid.addWidget(self.address_row, 3, 0, 1, 2)

        self.note_row = TextRow(AmendMemberForm)
        self.note_row.setObjectName(u"note_row")
        self.note_row.setProperty(u"path", u"note")
        self.note_row.setLimit(500)

        self.grid.addWidget(self.note_row, 4, 0, 1, 2)

        self.reason_row = TextRow(AmendMemberForm)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setProperty(u"path", u"reason")
        self.reason_row.setMandatory(True)
        self.reason_row.setLimit(200)

        self.grid.addWidget(self.reason_row, 5, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(AmendMemberForm)

        QMetaObject.connectSlotsByName(AmendMemberForm)
    # setupUi

    def retranslateUi(self, AmendMemberForm):
        self.member_row.setCaption(QCoreApplication.translate("AmendMemberForm", u"\u54ea\u540d\u6210\u5458", None))
        self.member_row.setPlaceholder(QCoreApplication.translate("AmendMemberForm", u"\u8f93\u5165\u59d3\u540d\u67e5\u627e", None))
        self.name_row.setCaption(QCoreApplication.translate("AmendMemberForm", u"\u59d3\u540d", None))
        self.phone_row.setCaption(QCoreApplication.translate("AmendMemberForm", u"\u7535\u8bdd", None))
        self.id_no_row.setCaption(QCoreApplication.translate("AmendMemberForm", u"\u8eab\u4efd\u8bc1\u53f7\u7801", None))
        self.claim_row.setCaption(QCoreApplication.translate("AmendMemberForm", u"\u8bc9\u6c42\u91d1\u989d\uff08\u5143\uff09", None))
        self.address_row.setCaption(QCoreApplication.translate("AmendMemberForm", u"\u5730\u5740", None))
        self.note_row.setCaption(QCoreApplication.translate("AmendMemberForm", u"\u5907\u6ce8", None))
        self.reason_row.setCaption(QCoreApplication.translate("AmendMemberForm", u"\u66f4\u6b63\u7684\u7406\u7531", None))
        pass
    # retranslateUi
