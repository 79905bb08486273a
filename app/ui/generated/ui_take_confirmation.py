# From forms/screens/take_confirmation.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# The court took the application or did not.

################################################################################
## Form generated from reading UI file 'take_confirmation.ui'
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

class Ui_TakeConfirmationForm(object):
    def setupUi(self, TakeConfirmationForm):
        if not TakeConfirmationForm.objectName():
            TakeConfirmationForm.setObjectName(u"TakeConfirmationForm")
        self.grid = QGridLayout(TakeConfirmationForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.taken_row = RadioRow(TakeConfirmationForm)
        self.taken_row.setObjectName(u"taken_row")
        self.taken_row.setProperty(u"path", u"taken")
        self.taken_row.setMandatory(True)

        self.grid.addWidget(self.taken_row, 0, 0, 1, 2)

        self.on_row = DayRow(TakeConfirmationForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 1, 0, 1, 1)

        self.number_row = TextRow(TakeConfirmationForm)
        self.number_row.setObjectName(u"number_row")
        self.number_row.setProperty(u"path", u"number")
        self.number_row.setLimit(100)

        self.grid.addWidget(self.number_row, 1, 1, 1, 1)

        self.reason_row = TallRow(TakeConfirmationForm)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setProperty(u"path", u"reason")
        self.reason_row.setLimit(2000)
        self.reason_row.setLines(2)

        self.grid.addWidget(self.reason_row, 2, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(TakeConfirmationForm)

        QMetaObject.connectSlotsByName(TakeConfirmationForm)
    # setupUi

    def retranslateUi(self, TakeConfirmationForm):
        self.taken_row.setCaption(QCoreApplication.translate("TakeConfirmationForm", u"\u6cd5\u9662\u662f\u5426\u53d7\u7406", None))
        self.on_row.setCaption(QCoreApplication.translate("TakeConfirmationForm", u"\u6cd5\u9662\u7b54\u590d\u65e5\u671f", None))
        self.number_row.setCaption(QCoreApplication.translate("TakeConfirmationForm", u"\u8c03\u786e\u5b57\u6848\u53f7", None))
        self.number_row.setPlaceholder(QCoreApplication.translate("TakeConfirmationForm", u"\u7167\u53d7\u7406\u901a\u77e5\u4e66", None))
        self.reason_row.setCaption(QCoreApplication.translate("TakeConfirmationForm", u"\u4e0d\u4e88\u53d7\u7406\u7684\u7406\u7531", None))
        pass
    # retranslateUi
