# From forms/screens/add_members.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# People join a group, one typed or many from a list.

################################################################################
## Form generated from reading UI file 'add_members.ui'
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

from app.ui.widgets.designed_rows import (MoneyRow, TextRow)

class Ui_AddMembersForm(object):
    def setupUi(self, AddMembersForm):
        if not AddMembersForm.objectName():
            AddMembersForm.setObjectName(u"AddMembersForm")
        self.grid = QGridLayout(AddMembersForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.name_row = TextRow(AddMembersForm)
        self.name_row.setObjectName(u"name_row")
        self.name_row.setProperty(u"path", u"name")
        self.name_row.setLimit(100)

        self.grid.addWidget(self.name_row, 0, 0, 1, 1)

        self.phone_row = TextRow(AddMembersForm)
        self.phone_row.setObjectName(u"phone_row")
        self.phone_row.setProperty(u"path", u"phone")
        self.phone_row.setLimit(30)

        self.grid.addWidget(self.phone_row, 0, 1, 1, 1)

        self.id_no_row = TextRow(AddMembersForm)
        self.id_no_row.setObjectName(u"id_no_row")
        self.id_no_row.setProperty(u"path", u"id_no")
        self.id_no_row.setLimit(30)

        self.grid.addWidget(self.id_no_row, 1, 0, 1, 1)

        self.claim_row = MoneyRow(AddMembersForm)
        self.claim_row.setObjectName(u"claim_row")
        self.claim_row.setProperty(u"path", u"claim")

        self.grid.addWidget(self.claim_row, 1, 1, 1, 1)

        self.address_row = TextRow(AddMembersForm)
        self.address_row.setObjectName(u"address_row")
        self.address_row.setProperty(u"path", u"address")
        self.address_row.setLimit(200)

        self.grid.addWidget(self.address_row, 2, 0, 1, 2)

        self.note_row = TextRow(AddMembersForm)
        self.note_row.setObjectName(u"note_row")
        self.note_row.setProperty(u"path", u"note")
        self.note_row.setLimit(500)

        self.grid.addWidget(self.note_row, 3, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(AddMembersForm)

        QMetaObject.connectSlotsByName(AddMembersForm)
    # setupUi

    def retranslateUi(self, AddMembersForm):
        self.name_row.setCaption(QCoreApplication.translate("AddMembersForm", u"\u59d3\u540d", None))
        self.phone_row.setCaption(QCoreApplication.translate("AddMembersForm", u"\u7535\u8bdd", None))
        self.id_no_row.setCaption(QCoreApplication.translate("AddMembersForm", u"\u8eab\u4efd\u8bc1\u53f7\u7801", None))
        self.claim_row.setCaption(QCoreApplication.translate("AddMembersForm", u"\u8bc9\u6c42\u91d1\u989d\uff08\u5143\uff09", None))
        self.address_row.setCaption(QCoreApplication.translate("AddMembersForm", u"\u5730\u5740", None))
        self.note_row.setCaption(QCoreApplication.translate("AddMembersForm", u"\u5907\u6ce8", None))
        self.note_row.setPlaceholder(QCoreApplication.translate("AddMembersForm", u"\u5b66\u5458\u59d3\u540d\u3001\u5408\u540c\u53f7\u7b49\uff0c\u53ef\u4e0d\u586b", None))
        pass
    # retranslateUi
