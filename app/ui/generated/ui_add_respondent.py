# From forms/screens/add_respondent.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# One more respondent.

################################################################################
## Form generated from reading UI file 'add_respondent.ui'
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

from app.ui.widgets.designed_acts import TallRow
from app.ui.widgets.designed_rows import (DayRow, TextRow)

class Ui_AddRespondentForm(object):
    def setupUi(self, AddRespondentForm):
        if not AddRespondentForm.objectName():
            AddRespondentForm.setObjectName(u"AddRespondentForm")
        self.grid = QGridLayout(AddRespondentForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.respondent_name_row = TextRow(AddRespondentForm)
        self.respondent_name_row.setObjectName(u"respondent_name_row")
        self.respondent_name_row.setProperty(u"path", u"respondent.name")
        self.respondent_name_row.setMandatory(True)
        self.respondent_name_row.setLimit(100)

        self.grid.addWidget(self.respondent_name_row, 0, 0, 1, 1)

        self.respondent_credit_code_row = TextRow(AddRespondentForm)
        self.respondent_credit_code_row.setObjectName(u"respondent_credit_code_row")
        self.respondent_credit_code_row.setProperty(u"path", u"respondent.credit_code")
        self.respondent_credit_code_row.setLimit(30)

        self.grid.addWidget(self.respondent_credit_code_row, 0, 1, 1, 1)

        self.respondent_address_row = TextRow(AddRespondentForm)
        self.respondent_address_row.setObjectName(u"respondent_address_row")
        self.respondent_address_row.setProperty(u"path", u"respondent.address")
        self.respondent_address_row.setMandatory(True)
        self.respondent_address_row.setLimit(200)

        self.grid.addWidget(self.respondent_address_row, 1, 0, 1, 1)

        self.respondent_phone_row = TextRow(AddRespondentForm)
        self.respondent_phone_row.setObjectName(u"respondent_phone_row")
        self.respondent_phone_row.setProperty(u"path", u"respondent.phone")
        self.respondent_phone_row.setLimit(30)

        self.grid.addWidget(self.respondent_phone_row, 1, 1, 1, 1)

        self.respondent_contact_row = TextRow(AddRespondentForm)
        self.respondent_contact_row.setObjectName(u"respondent_contact_row")
        self.respondent_contact_row.setProperty(u"path", u"respondent.contact")
        self.respondent_contact_row.setLimit(50)

        self.grid.addWidget(self.respondent_contact_row, 2, 0, 1, 1)

        self.respondent_legal_rep_row = TextRow(AddRespondentForm)
        self.respondent_legal_rep_row.setObjectName(u"respondent_legal_rep_row")
        self.respondent_legal_rep_row.setProperty(u"path", u"respondent.legal_rep")
        self.respondent_legal_rep_row.setLimit(50)

        self.grid.addWidget(self.respondent_legal_rep_row, 2, 1, 1, 1)

        self.on_row = DayRow(AddRespondentForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 3, 0, 1, 1)

        self.by_row = TextRow(AddRespondentForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 3, 1, 1, 1)

        self.reason_row = TallRow(AddRespondentForm)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setProperty(u"path", u"reason")
        self.reason_row.setMandatory(True)
        self.reason_row.setLimit(1000)
        self.reason_row.setLines(3)

        self.grid.addWidget(self.reason_row, 4, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(AddRespondentForm)

        QMetaObject.connectSlotsByName(AddRespondentForm)
    # setupUi

    def retranslateUi(self, AddRespondentForm):
        self.respondent_name_row.setCaption(QCoreApplication.translate("AddRespondentForm", u"\u540d\u79f0\uff08\u59d3\u540d\uff09", None))
        self.respondent_credit_code_row.setCaption(QCoreApplication.translate("AddRespondentForm", u"\u7edf\u4e00\u793e\u4f1a\u4fe1\u7528\u4ee3\u7801", None))
        self.respondent_address_row.setCaption(QCoreApplication.translate("AddRespondentForm", u"\u5730\u5740", None))
        self.respondent_phone_row.setCaption(QCoreApplication.translate("AddRespondentForm", u"\u7535\u8bdd", None))
        self.respondent_contact_row.setCaption(QCoreApplication.translate("AddRespondentForm", u"\u8054\u7cfb\u4eba", None))
        self.respondent_legal_rep_row.setCaption(QCoreApplication.translate("AddRespondentForm", u"\u6cd5\u5b9a\u4ee3\u8868\u4eba", None))
        self.on_row.setCaption(QCoreApplication.translate("AddRespondentForm", u"\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("AddRespondentForm", u"\u7ecf\u529e\u4eba", None))
        self.reason_row.setCaption(QCoreApplication.translate("AddRespondentForm", u"\u8ffd\u52a0\u7684\u7406\u7531", None))
        pass
    # retranslateUi
