# From forms/screens/confirm_repeat.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Same reporter, same facts, same reported party.

################################################################################
## Form generated from reading UI file 'confirm_repeat.ui'
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

class Ui_ConfirmRepeatForm(object):
    def setupUi(self, ConfirmRepeatForm):
        if not ConfirmRepeatForm.objectName():
            ConfirmRepeatForm.setObjectName(u"ConfirmRepeatForm")
        self.grid = QGridLayout(ConfirmRepeatForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.first_row = RadioRow(ConfirmRepeatForm)
        self.first_row.setObjectName(u"first_row")
        self.first_row.setProperty(u"path", u"first")
        self.first_row.setMandatory(True)

        self.grid.addWidget(self.first_row, 0, 0, 1, 2)

        self.number_row = TextRow(ConfirmRepeatForm)
        self.number_row.setObjectName(u"number_row")
        self.number_row.setProperty(u"path", u"number")
        self.number_row.setLimit(100)

        self.grid.addWidget(self.number_row, 1, 0, 1, 2)

        self.on_row = DayRow(ConfirmRepeatForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 2, 0, 1, 2)

        self.facts_row = TallRow(ConfirmRepeatForm)
        self.facts_row.setObjectName(u"facts_row")
        self.facts_row.setProperty(u"path", u"facts")
        self.facts_row.setMandatory(True)
        self.facts_row.setLimit(2000)
        self.facts_row.setLines(4)

        self.grid.addWidget(self.facts_row, 3, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(ConfirmRepeatForm)

        QMetaObject.connectSlotsByName(ConfirmRepeatForm)
    # setupUi

    def retranslateUi(self, ConfirmRepeatForm):
        self.first_row.setCaption(QCoreApplication.translate("ConfirmRepeatForm", u"\u5148\u524d\u7684\u4e3e\u62a5", None))
        self.number_row.setCaption(QCoreApplication.translate("ConfirmRepeatForm", u"\u5148\u524d\u4e3e\u62a5\u7684\u7f16\u53f7", None))
        self.number_row.setPlaceholder(QCoreApplication.translate("ConfirmRepeatForm", u"\u5982 \u6d88\u4e3e\u30142026\u30151\u53f7", None))
        self.on_row.setCaption(QCoreApplication.translate("ConfirmRepeatForm", u"\u786e\u8ba4\u65e5\u671f", None))
        self.facts_row.setCaption(QCoreApplication.translate("ConfirmRepeatForm", u"\u76f8\u540c\u7684\u4e8b\u5b9e", None))
        pass
    # retranslateUi
