# From forms/screens/on_text.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# A day and some words: what somebody else answered.

################################################################################
## Form generated from reading UI file 'on_text.ui'
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
from app.ui.widgets.designed_rows import DayRow

class Ui_OnTextForm(object):
    def setupUi(self, OnTextForm):
        if not OnTextForm.objectName():
            OnTextForm.setObjectName(u"OnTextForm")
        self.grid = QGridLayout(OnTextForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.text_row = TallRow(OnTextForm)
        self.text_row.setObjectName(u"text_row")
        self.text_row.setProperty(u"path", u"text")
        self.text_row.setMandatory(True)
        self.text_row.setLimit(5000)
        self.text_row.setLines(5)

        self.grid.addWidget(self.text_row, 0, 0, 1, 2)

        self.on_row = DayRow(OnTextForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 1, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(OnTextForm)

        QMetaObject.connectSlotsByName(OnTextForm)
    # setupUi

    def retranslateUi(self, OnTextForm):
        self.text_row.setCaption(QCoreApplication.translate("OnTextForm", u"\u5185\u5bb9", None))
        self.on_row.setCaption(QCoreApplication.translate("OnTextForm", u"\u65e5\u671f", None))
        pass
    # retranslateUi
