# From forms/screens/office_particulars.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Particulars of the office, in the wizard and in the settings. `path` is the field of Founding and OfficeChanged.

################################################################################
## Form generated from reading UI file 'office_particulars.ui'
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
from app.ui.widgets.designed_rows import TextRow
class Ui_OfficeParticulars(object):
    def setupUi(self, OfficeParticulars):
        if not OfficeParticulars.objectName():
            OfficeParticulars.setObjectName(u"OfficeParticulars")
        self.grid = QGridLayout(OfficeParticulars)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(8)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.name_row = TextRow(OfficeParticulars)
        self.name_row.setObjectName(u"name_row")
        self.name_row.setProperty(u"path", u"name")
        self.name_row.setMandatory(True)
        self.name_row.setLimit(60)

        self.grid.addWidget(self.name_row, 0, 0, 1, 2)

        self.code_row = TextRow(OfficeParticulars)
        self.code_row.setObjectName(u"code_row")
        self.code_row.setProperty(u"path", u"code")
        self.code_row.setMandatory(True)
        self.code_row.setLimit(20)

        self.grid.addWidget(self.code_row, 0, 2, 1, 2)

        self.identity_row = RadioRow(OfficeParticulars)
        self.identity_row.setObjectName(u"identity_row")
        self.identity_row.setProperty(u"path", u"identity")
        self.identity_row.setMandatory(True)

        self.grid.addWidget(self.identity_row, 1, 0, 1, 4)

        self.bureau_row = TextRow(OfficeParticulars)
        self.bureau_row.setObjectName(u"bureau_row")
        self.bureau_row.setProperty(u"path", u"bureau")
        self.bureau_row.setMandatory(True)
        self.bureau_row.setLimit(60)

        self.grid.addWidget(self.bureau_row, 2, 0, 1, 2)

        self.case_word_row = TextRow(OfficeParticulars)
        self.case_word_row.setObjectName(u"case_word_row")
        self.case_word_row.setProperty(u"path", u"case_word")
        self.case_word_row.setMandatory(True)
        self.case_word_row.setLimit(12)

        self.grid.addWidget(self.case_word_row, 2, 2, 1, 1)

        self.document_word_row = TextRow(OfficeParticulars)
        self.document_word_row.setObjectName(u"document_word_row")
        self.document_word_row.setProperty(u"path", u"document_word")
        self.document_word_row.setLimit(12)

        self.grid.addWidget(self.document_word_row, 2, 3, 1, 1)

        self.phone_row = TextRow(OfficeParticulars)
        self.phone_row.setObjectName(u"phone_row")
        self.phone_row.setProperty(u"path", u"phone")
        self.phone_row.setLimit(40)

        self.grid.addWidget(self.phone_row, 3, 0, 1, 1)

        self.address_row = TextRow(OfficeParticulars)
        self.address_row.setObjectName(u"address_row")
        self.address_row.setProperty(u"path", u"address")
        self.address_row.setLimit(200)

        self.grid.addWidget(self.address_row, 3, 1, 1, 3)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(2, 1)
        self.grid.setColumnStretch(3, 1)

        self.retranslateUi(OfficeParticulars)

        QMetaObject.connectSlotsByName(OfficeParticulars)
    # setupUi

    def retranslateUi(self, OfficeParticulars):
        self.name_row.setCaption(QCoreApplication.translate("OfficeParticulars", u"\u5355\u4f4d\u540d\u79f0", None))
        self.name_row.setPlaceholder(QCoreApplication.translate("OfficeParticulars", u"\u4f8b\u5982 \u9752\u5c71\u9547\u6d88\u8d39\u7ef4\u6743\u670d\u52a1\u7a97\u53e3", None))
        self.code_row.setCaption(QCoreApplication.translate("OfficeParticulars", u"12 \u4f4d\u5355\u4f4d\u4ee3\u7801", None))
        self.code_row.setRemark(QCoreApplication.translate("OfficeParticulars", u"\u7edf\u8ba1\u7528\u533a\u5212\u4ee3\u7801\uff1a\u53bf 6 \u4f4d\uff0b\u4e61\u9547 3 \u4f4d\uff0b\u6751\u5c45 3 \u4f4d", None))
        self.code_row.setPlaceholder(QCoreApplication.translate("OfficeParticulars", u"\u4f8b\u5982 360428104000", None))
        self.identity_row.setCaption(QCoreApplication.translate("OfficeParticulars", u"\u529e\u7406\u8eab\u4efd", None))
        self.identity_row.setRemark(QCoreApplication.translate("OfficeParticulars", u"\u51b3\u5b9a\u6587\u4e66\u4ee5\u8c01\u7684\u540d\u4e49\u51fa\u5177\uff1b\u62ff\u4e0d\u51c6\u5c31\u95ee\u53bf\u5c40", None))
        self.bureau_row.setCaption(QCoreApplication.translate("OfficeParticulars", u"\u53bf\u7ea7\u5e02\u573a\u76d1\u7763\u7ba1\u7406\u5c40\u540d\u79f0", None))
        self.bureau_row.setRemark(QCoreApplication.translate("OfficeParticulars", u"\u5370\u5728\u6587\u4e66\u4e0a\uff0c\u5199\u5168\u79f0", None))
        self.bureau_row.setPlaceholder(QCoreApplication.translate("OfficeParticulars", u"\u4f8b\u5982 \u90fd\u660c\u53bf\u5e02\u573a\u76d1\u7763\u7ba1\u7406\u5c40", None))
        self.case_word_row.setCaption(QCoreApplication.translate("OfficeParticulars", u"\u6848\u4ef6\u7f16\u53f7\u5b57\u5934", None))
        self.case_word_row.setPlaceholder(QCoreApplication.translate("OfficeParticulars", u"\u6d88\u6295", None))
        self.document_word_row.setCaption(QCoreApplication.translate("OfficeParticulars", u"\u6587\u4e66\u6587\u53f7\u5b57\u5934", None))
        self.document_word_row.setPlaceholder(QCoreApplication.translate("OfficeParticulars", u"\u4e0d\u586b\u540c\u5de6\uff0c\u5982 \u90fd\u5e02\u76d1", None))
        self.phone_row.setCaption(QCoreApplication.translate("OfficeParticulars", u"\u8054\u7cfb\u7535\u8bdd", None))
        self.phone_row.setPlaceholder(QCoreApplication.translate("OfficeParticulars", u"\u5370\u5728\u901a\u77e5\u4e66\u4e0a", None))
        self.address_row.setCaption(QCoreApplication.translate("OfficeParticulars", u"\u5730\u5740", None))
        self.address_row.setPlaceholder(QCoreApplication.translate("OfficeParticulars", u"\u5f53\u4e8b\u4eba\u6765\u529e\u4e8b\u7684\u5730\u65b9", None))
        pass
    # retranslateUi
