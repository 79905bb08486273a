# From forms/screens/consultation.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# 咨询 on screen: question and answer first, everything else is filled in already. `path` is the field of Consultation.

################################################################################
## Form generated from reading UI file 'consultation.ui'
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

from app.ui.widgets.designed_rows import (AreaRow, ChoiceRow, DayRow, TextRow)

class Ui_ConsultationForm(object):
    def setupUi(self, ConsultationForm):
        if not ConsultationForm.objectName():
            ConsultationForm.setObjectName(u"ConsultationForm")
        self.grid = QGridLayout(ConsultationForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(8)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.question_row = AreaRow(ConsultationForm)
        self.question_row.setObjectName(u"question_row")
        self.question_row.setProperty(u"path", u"answer.question")
        self.question_row.setMandatory(True)
        self.question_row.setLimit(2000)

        self.grid.addWidget(self.question_row, 0, 0, 1, 4)

        self.answer_row = AreaRow(ConsultationForm)
        self.answer_row.setObjectName(u"answer_row")
        self.answer_row.setProperty(u"path", u"answer.answer")
        self.answer_row.setMandatory(True)
        self.answer_row.setLimit(20000)

        self.grid.addWidget(self.answer_row, 1, 0, 1, 4)

        self.category_row = ChoiceRow(ConsultationForm)
        self.category_row.setObjectName(u"category_row")
        self.category_row.setProperty(u"path", u"answer.category")

        self.grid.addWidget(self.category_row, 2, 0, 1, 1)

        self.name_row = TextRow(ConsultationForm)
        self.name_row.setObjectName(u"name_row")
        self.name_row.setProperty(u"path", u"asker.name")
        self.name_row.setLimit(60)

        self.grid.addWidget(self.name_row, 2, 1, 1, 1)

        self.phone_row = TextRow(ConsultationForm)
        self.phone_row.setObjectName(u"phone_row")
        self.phone_row.setProperty(u"path", u"asker.phone")
        self.phone_row.setLimit(30)

        self.grid.addWidget(self.phone_row, 2, 2, 1, 1)

        self.channel_row = ChoiceRow(ConsultationForm)
        self.channel_row.setObjectName(u"channel_row")
        self.channel_row.setProperty(u"path", u"origin.channel")
        self.channel_row.setMandatory(True)

        self.grid.addWidget(self.channel_row, 2, 3, 1, 1)

        self.method_row = ChoiceRow(ConsultationForm)
        self.method_row.setObjectName(u"method_row")
        self.method_row.setProperty(u"path", u"answer.method")
        self.method_row.setMandatory(True)

        self.grid.addWidget(self.method_row, 3, 0, 1, 1)

        self.by_row = TextRow(ConsultationForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"answer.by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 3, 1, 1, 1)

        self.received_row = DayRow(ConsultationForm)
        self.received_row.setObjectName(u"received_row")
        self.received_row.setProperty(u"path", u"origin.received_on")
        self.received_row.setMandatory(True)

        self.grid.addWidget(self.received_row, 3, 2, 1, 1)

        self.answered_row = DayRow(ConsultationForm)
        self.answered_row.setObjectName(u"answered_row")
        self.answered_row.setProperty(u"path", u"answer.answered_on")
        self.answered_row.setMandatory(True)

        self.grid.addWidget(self.answered_row, 3, 3, 1, 1)

        self.grid.setRowStretch(1, 1)
        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(2, 1)
        self.grid.setColumnStretch(3, 1)

        self.retranslateUi(ConsultationForm)

        QMetaObject.connectSlotsByName(ConsultationForm)
    # setupUi

    def retranslateUi(self, ConsultationForm):
        self.question_row.setCaption(QCoreApplication.translate("ConsultationForm", u"\u95ee\u9898", None))
        self.question_row.setPlaceholder(QCoreApplication.translate("ConsultationForm", u"\u95ee\u4e86\u4ec0\u4e48\uff1bCtrl+Enter \u53bb\u4e0b\u4e00\u680f", None))
        self.answer_row.setCaption(QCoreApplication.translate("ConsultationForm", u"\u7b54\u590d", None))
        self.answer_row.setPlaceholder(QCoreApplication.translate("ConsultationForm", u"\u600e\u6837\u7b54\u590d\u7684\uff0c\u4f9d\u636e\u54ea\u4e00\u6761\uff1bCtrl+J \u9009\u5e38\u7528\u8bed\uff0cCtrl+S \u4fdd\u5b58", None))
        self.category_row.setCaption(QCoreApplication.translate("ConsultationForm", u"\u7c7b\u522b", None))
        self.name_row.setCaption(QCoreApplication.translate("ConsultationForm", u"\u54a8\u8be2\u4eba", None))
        self.name_row.setPlaceholder(QCoreApplication.translate("ConsultationForm", u"\u53ef\u4ee5\u4e0d\u7559", None))
        self.phone_row.setCaption(QCoreApplication.translate("ConsultationForm", u"\u7535\u8bdd", None))
        self.phone_row.setPlaceholder(QCoreApplication.translate("ConsultationForm", u"\u53ef\u4ee5\u4e0d\u7559", None))
        self.channel_row.setCaption(QCoreApplication.translate("ConsultationForm", u"\u6765\u6e90", None))
        self.method_row.setCaption(QCoreApplication.translate("ConsultationForm", u"\u7b54\u590d\u65b9\u5f0f", None))
        self.by_row.setCaption(QCoreApplication.translate("ConsultationForm", u"\u7b54\u590d\u4eba", None))
        self.received_row.setCaption(QCoreApplication.translate("ConsultationForm", u"\u6536\u5230\u65e5\u671f", None))
        self.answered_row.setCaption(QCoreApplication.translate("ConsultationForm", u"\u7b54\u590d\u65e5\u671f", None))
        pass
    # retranslateUi
