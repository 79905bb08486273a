# From forms/screens/withdraw.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# The complaint is withdrawn, or the parties came to terms.

################################################################################
## Form generated from reading UI file 'withdraw.ui'
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
from app.ui.widgets.designed_rows import (ChoiceRow, DayRow, TextRow)

class Ui_WithdrawForm(object):
    def setupUi(self, WithdrawForm):
        if not WithdrawForm.objectName():
            WithdrawForm.setObjectName(u"WithdrawForm")
        self.grid = QGridLayout(WithdrawForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.way_row = RadioRow(WithdrawForm)
        self.way_row.setObjectName(u"way_row")
        self.way_row.setProperty(u"path", u"way")
        self.way_row.setMandatory(True)

        self.grid.addWidget(self.way_row, 0, 0, 1, 2)

        self.method_row = ChoiceRow(WithdrawForm)
        self.method_row.setObjectName(u"method_row")
        self.method_row.setProperty(u"path", u"method")
        self.method_row.setMandatory(True)

        self.grid.addWidget(self.method_row, 1, 0, 1, 1)

        self.on_row = DayRow(WithdrawForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 1, 1, 1, 1)

        self.by_row = TextRow(WithdrawForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 2, 0, 1, 1)

        self.note_row = TallRow(WithdrawForm)
        self.note_row.setObjectName(u"note_row")
        self.note_row.setProperty(u"path", u"note")
        self.note_row.setLimit(1000)
        self.note_row.setLines(3)

        self.grid.addWidget(self.note_row, 3, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(WithdrawForm)

        QMetaObject.connectSlotsByName(WithdrawForm)
    # setupUi

    def retranslateUi(self, WithdrawForm):
        self.way_row.setCaption(QCoreApplication.translate("WithdrawForm", u"\u60c5\u51b5", None))
        self.method_row.setCaption(QCoreApplication.translate("WithdrawForm", u"\u63d0\u51fa\u7684\u65b9\u5f0f", None))
        self.on_row.setCaption(QCoreApplication.translate("WithdrawForm", u"\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("WithdrawForm", u"\u7ecf\u529e\u4eba", None))
        self.note_row.setCaption(QCoreApplication.translate("WithdrawForm", u"\u8bf4\u660e", None))
        pass
    # retranslateUi
