# From forms/screens/name_reporter.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Who reported, put down or put right without showing what was there.

################################################################################
## Form generated from reading UI file 'name_reporter.ui'
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
from app.ui.widgets.designed_rows import (ChoiceRow, TextRow)

class Ui_NameReporterForm(object):
    def setupUi(self, NameReporterForm):
        if not NameReporterForm.objectName():
            NameReporterForm.setObjectName(u"NameReporterForm")
        self.grid = QGridLayout(NameReporterForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.anonymous_row = RadioRow(NameReporterForm)
        self.anonymous_row.setObjectName(u"anonymous_row")
        self.anonymous_row.setProperty(u"path", u"anonymous")
        self.anonymous_row.setMandatory(True)

        self.grid.addWidget(self.anonymous_row, 0, 0, 1, 2)

        self.name_row = TextRow(NameReporterForm)
        self.name_row.setObjectName(u"name_row")
        self.name_row.setProperty(u"path", u"name")
        self.name_row.setLimit(100)

        self.grid.addWidget(self.name_row, 1, 0, 1, 1)

        self.phone_row = TextRow(NameReporterForm)
        self.phone_row.setObjectName(u"phone_row")
        self.phone_row.setProperty(u"path", u"phone")
        self.phone_row.setLimit(40)

        self.grid.addWidget(self.phone_row, 1, 1, 1, 1)

        self.id_type_row = ChoiceRow(NameReporterForm)
        self.id_type_row.setObjectName(u"id_type_row")
        self.id_type_row.setProperty(u"path", u"id_type")

        self.grid.addWidget(self.id_type_row, 2, 0, 1, 1)

        self.id_no_row = TextRow(NameReporterForm)
        self.id_no_row.setObjectName(u"id_no_row")
        self.id_no_row.setProperty(u"path", u"id_no")
        self.id_no_row.setLimit(40)

        self.grid.addWidget(self.id_no_row, 2, 1, 1, 1)

        self.address_row = TextRow(NameReporterForm)
        self.address_row.setObjectName(u"address_row")
        self.address_row.setProperty(u"path", u"address")
        self.address_row.setLimit(200)

        self.grid.addWidget(self.address_row, 3, 0, 1, 2)

        self.reason_row = TextRow(NameReporterForm)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setProperty(u"path", u"reason")
        self.reason_row.setMandatory(True)
        self.reason_row.setLimit(200)

        self.grid.addWidget(self.reason_row, 4, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(NameReporterForm)

        QMetaObject.connectSlotsByName(NameReporterForm)
    # setupUi

    def retranslateUi(self, NameReporterForm):
        self.anonymous_row.setCaption(QCoreApplication.translate("NameReporterForm", u"\u4e3e\u62a5\u65b9\u5f0f", None))
        self.name_row.setCaption(QCoreApplication.translate("NameReporterForm", u"\u59d3\u540d", None))
        self.phone_row.setCaption(QCoreApplication.translate("NameReporterForm", u"\u8054\u7cfb\u7535\u8bdd", None))
        self.id_type_row.setCaption(QCoreApplication.translate("NameReporterForm", u"\u8bc1\u4ef6\u7c7b\u578b", None))
        self.id_no_row.setCaption(QCoreApplication.translate("NameReporterForm", u"\u8bc1\u4ef6\u53f7\u7801", None))
        self.address_row.setCaption(QCoreApplication.translate("NameReporterForm", u"\u8054\u7cfb\u5730\u5740", None))
        self.reason_row.setCaption(QCoreApplication.translate("NameReporterForm", u"\u8865\u8bb0\u6216\u66f4\u6b63\u7684\u7406\u7531", None))
        pass
    # retranslateUi
