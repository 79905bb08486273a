# From forms/screens/allow_disclosure.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# What mediation needs the reported party to be told.

################################################################################
## Form generated from reading UI file 'allow_disclosure.ui'
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

class Ui_AllowDisclosureForm(object):
    def setupUi(self, AllowDisclosureForm):
        if not AllowDisclosureForm.objectName():
            AllowDisclosureForm.setObjectName(u"AllowDisclosureForm")
        self.grid = QGridLayout(AllowDisclosureForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.what_row = TallRow(AllowDisclosureForm)
        self.what_row.setObjectName(u"what_row")
        self.what_row.setProperty(u"path", u"what")
        self.what_row.setMandatory(True)
        self.what_row.setLimit(500)
        self.what_row.setLines(3)

        self.grid.addWidget(self.what_row, 0, 0, 1, 2)

        self.reason_row = TallRow(AllowDisclosureForm)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setProperty(u"path", u"reason")
        self.reason_row.setMandatory(True)
        self.reason_row.setLimit(1000)
        self.reason_row.setLines(3)

        self.grid.addWidget(self.reason_row, 1, 0, 1, 2)

        self.approved_by_row = TextRow(AllowDisclosureForm)
        self.approved_by_row.setObjectName(u"approved_by_row")
        self.approved_by_row.setProperty(u"path", u"approved_by")
        self.approved_by_row.setMandatory(True)
        self.approved_by_row.setLimit(100)

        self.grid.addWidget(self.approved_by_row, 2, 0, 1, 1)

        self.on_row = DayRow(AllowDisclosureForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 2, 1, 1, 1)

        self.by_row = TextRow(AllowDisclosureForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(100)

        self.grid.addWidget(self.by_row, 3, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(AllowDisclosureForm)

        QMetaObject.connectSlotsByName(AllowDisclosureForm)
    # setupUi

    def retranslateUi(self, AllowDisclosureForm):
        self.what_row.setCaption(QCoreApplication.translate("AllowDisclosureForm", u"\u53ef\u4ee5\u63d0\u4f9b\u7ed9\u88ab\u4e3e\u62a5\u4eba\u7684\u4fe1\u606f", None))
        self.reason_row.setCaption(QCoreApplication.translate("AllowDisclosureForm", u"\u7ec4\u7ec7\u8c03\u89e3\u5fc5\u9700\u7684\u7406\u7531", None))
        self.approved_by_row.setCaption(QCoreApplication.translate("AllowDisclosureForm", u"\u6279\u51c6\u7684\u8d1f\u8d23\u4eba", None))
        self.on_row.setCaption(QCoreApplication.translate("AllowDisclosureForm", u"\u6279\u51c6\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("AllowDisclosureForm", u"\u7ecf\u529e\u4eba", None))
        pass
    # retranslateUi
