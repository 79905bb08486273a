# From forms/screens/receive_case.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# The office it was handed to takes it in hand.

################################################################################
## Form generated from reading UI file 'receive_case.ui'
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
from app.ui.widgets.designed_rows import (DayRow, TextRow)

class Ui_ReceiveCaseForm(object):
    def setupUi(self, ReceiveCaseForm):
        if not ReceiveCaseForm.objectName():
            ReceiveCaseForm.setObjectName(u"ReceiveCaseForm")
        self.grid = QGridLayout(ReceiveCaseForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.identity_row = RadioRow(ReceiveCaseForm)
        self.identity_row.setObjectName(u"identity_row")
        self.identity_row.setProperty(u"path", u"identity")
        self.identity_row.setMandatory(True)

        self.grid.addWidget(self.identity_row, 0, 0, 1, 2)

        self.on_row = DayRow(ReceiveCaseForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 1, 0, 1, 1)

        self.by_row = TextRow(ReceiveCaseForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 1, 1, 1, 1)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(ReceiveCaseForm)

        QMetaObject.connectSlotsByName(ReceiveCaseForm)
    # setupUi

    def retranslateUi(self, ReceiveCaseForm):
        self.identity_row.setCaption(QCoreApplication.translate("ReceiveCaseForm", u"\u529e\u7406\u8eab\u4efd", None))
        self.on_row.setCaption(QCoreApplication.translate("ReceiveCaseForm", u"\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("ReceiveCaseForm", u"\u7ecf\u529e\u4eba", None))
        pass
    # retranslateUi
