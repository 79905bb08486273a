# From forms/screens/decide_confirmation.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# What the court decided.

################################################################################
## Form generated from reading UI file 'decide_confirmation.ui'
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

class Ui_DecideConfirmationForm(object):
    def setupUi(self, DecideConfirmationForm):
        if not DecideConfirmationForm.objectName():
            DecideConfirmationForm.setObjectName(u"DecideConfirmationForm")
        self.grid = QGridLayout(DecideConfirmationForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.result_row = RadioRow(DecideConfirmationForm)
        self.result_row.setObjectName(u"result_row")
        self.result_row.setProperty(u"path", u"result")
        self.result_row.setMandatory(True)

        self.grid.addWidget(self.result_row, 0, 0, 1, 2)

        self.on_row = DayRow(DecideConfirmationForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 1, 0, 1, 1)

        self.number_row = TextRow(DecideConfirmationForm)
        self.number_row.setObjectName(u"number_row")
        self.number_row.setProperty(u"path", u"number")
        self.number_row.setLimit(100)

        self.grid.addWidget(self.number_row, 1, 1, 1, 1)

        self.reason_row = TallRow(DecideConfirmationForm)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setProperty(u"path", u"reason")
        self.reason_row.setLimit(2000)
        self.reason_row.setLines(2)

        self.grid.addWidget(self.reason_row, 2, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(DecideConfirmationForm)

        QMetaObject.connectSlotsByName(DecideConfirmationForm)
    # setupUi

    def retranslateUi(self, DecideConfirmationForm):
        self.result_row.setCaption(QCoreApplication.translate("DecideConfirmationForm", u"\u6cd5\u9662\u7684\u51b3\u5b9a", None))
        self.on_row.setCaption(QCoreApplication.translate("DecideConfirmationForm", u"\u51b3\u5b9a\u65e5\u671f", None))
        self.number_row.setCaption(QCoreApplication.translate("DecideConfirmationForm", u"\u51b3\u5b9a\u4e66\uff08\u88c1\u5b9a\u4e66\uff09\u6587\u53f7", None))
        self.reason_row.setCaption(QCoreApplication.translate("DecideConfirmationForm", u"\u7406\u7531", None))
        pass
    # retranslateUi
