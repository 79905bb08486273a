# From forms/screens/ask_members.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Members are asked about what is proposed to them.

################################################################################
## Form generated from reading UI file 'ask_members.ui'
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

class Ui_AskMembersForm(object):
    def setupUi(self, AskMembersForm):
        if not AskMembersForm.objectName():
            AskMembersForm.setObjectName(u"AskMembersForm")
        self.grid = QGridLayout(AskMembersForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.who_row = RadioRow(AskMembersForm)
        self.who_row.setObjectName(u"who_row")
        self.who_row.setProperty(u"path", u"who")
        self.who_row.setMandatory(True)

        self.grid.addWidget(self.who_row, 0, 0, 1, 2)

        self.answer_row = RadioRow(AskMembersForm)
        self.answer_row.setObjectName(u"answer_row")
        self.answer_row.setProperty(u"path", u"answer")
        self.answer_row.setMandatory(True)

        self.grid.addWidget(self.answer_row, 1, 0, 1, 2)

        self.on_row = DayRow(AskMembersForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 2, 0, 1, 1)

        self.method_row = ChoiceRow(AskMembersForm)
        self.method_row.setObjectName(u"method_row")
        self.method_row.setProperty(u"path", u"method")
        self.method_row.setMandatory(True)

        self.grid.addWidget(self.method_row, 2, 1, 1, 1)

        self.by_row = TextRow(AskMembersForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 3, 0, 1, 1)

        self.note_row = TallRow(AskMembersForm)
        self.note_row.setObjectName(u"note_row")
        self.note_row.setProperty(u"path", u"note")
        self.note_row.setLimit(1000)
        self.note_row.setLines(2)

        self.grid.addWidget(self.note_row, 4, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(AskMembersForm)

        QMetaObject.connectSlotsByName(AskMembersForm)
    # setupUi

    def retranslateUi(self, AskMembersForm):
        self.who_row.setCaption(QCoreApplication.translate("AskMembersForm", u"\u54ea\u4e9b\u6210\u5458", None))
        self.answer_row.setCaption(QCoreApplication.translate("AskMembersForm", u"\u6210\u5458\u7684\u610f\u89c1", None))
        self.on_row.setCaption(QCoreApplication.translate("AskMembersForm", u"\u5f81\u8be2\u65e5\u671f", None))
        self.method_row.setCaption(QCoreApplication.translate("AskMembersForm", u"\u5f81\u8be2\u65b9\u5f0f", None))
        self.by_row.setCaption(QCoreApplication.translate("AskMembersForm", u"\u5f81\u8be2\u4eba", None))
        self.note_row.setCaption(QCoreApplication.translate("AskMembersForm", u"\u5907\u6ce8", None))
        pass
    # retranslateUi
