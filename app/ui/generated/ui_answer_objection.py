# From forms/screens/answer_objection.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# What became of an objection.

################################################################################
## Form generated from reading UI file 'answer_objection.ui'
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
from app.ui.widgets.designed_rows import DayRow

class Ui_AnswerObjectionForm(object):
    def setupUi(self, AnswerObjectionForm):
        if not AnswerObjectionForm.objectName():
            AnswerObjectionForm.setObjectName(u"AnswerObjectionForm")
        self.grid = QGridLayout(AnswerObjectionForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.agreed_row = RadioRow(AnswerObjectionForm)
        self.agreed_row.setObjectName(u"agreed_row")
        self.agreed_row.setProperty(u"path", u"agreed")
        self.agreed_row.setMandatory(True)

        self.grid.addWidget(self.agreed_row, 0, 0, 1, 2)

        self.text_row = TallRow(AnswerObjectionForm)
        self.text_row.setObjectName(u"text_row")
        self.text_row.setProperty(u"path", u"text")
        self.text_row.setLimit(2000)
        self.text_row.setLines(3)

        self.grid.addWidget(self.text_row, 1, 0, 1, 2)

        self.on_row = DayRow(AnswerObjectionForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 2, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(AnswerObjectionForm)

        QMetaObject.connectSlotsByName(AnswerObjectionForm)
    # setupUi

    def retranslateUi(self, AnswerObjectionForm):
        self.agreed_row.setCaption(QCoreApplication.translate("AnswerObjectionForm", u"\u7b54\u590d", None))
        self.text_row.setCaption(QCoreApplication.translate("AnswerObjectionForm", u"\u8bf4\u660e", None))
        self.on_row.setCaption(QCoreApplication.translate("AnswerObjectionForm", u"\u7b54\u590d\u65e5\u671f", None))
        pass
    # retranslateUi
