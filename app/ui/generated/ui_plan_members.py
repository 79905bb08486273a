# From forms/screens/plan_members.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# What is proposed to members.

################################################################################
## Form generated from reading UI file 'plan_members.ui'
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

from app.ui.widgets.designed_acts import (CountRow, RadioRow)
from app.ui.widgets.designed_rows import (ChoiceRow, DayRow, MoneyRow, TextRow)

class Ui_PlanMembersForm(object):
    def setupUi(self, PlanMembersForm):
        if not PlanMembersForm.objectName():
            PlanMembersForm.setObjectName(u"PlanMembersForm")
        self.grid = QGridLayout(PlanMembersForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.who_row = RadioRow(PlanMembersForm)
        self.who_row.setObjectName(u"who_row")
        self.who_row.setProperty(u"path", u"who")
        self.who_row.setMandatory(True)

        self.grid.addWidget(self.who_row, 0, 0, 1, 2)

        self.relief_row = ChoiceRow(PlanMembersForm)
        self.relief_row.setObjectName(u"relief_row")
        self.relief_row.setProperty(u"path", u"relief")
        self.relief_row.setMandatory(True)

        self.grid.addWidget(self.relief_row, 1, 0, 1, 1)

        self.method_row = TextRow(PlanMembersForm)
        self.method_row.setObjectName(u"method_row")
        self.method_row.setProperty(u"path", u"method")
        self.method_row.setMandatory(True)
        self.method_row.setLimit(50)

        self.grid.addWidget(self.method_row, 1, 1, 1, 1)

        self.basis_row = RadioRow(PlanMembersForm)
        self.basis_row.setObjectName(u"basis_row")
        self.basis_row.setProperty(u"path", u"basis")
        self.basis_row.setMandatory(True)

        self.grid.addWidget(self.basis_row, 2, 0, 1, 2)

        self.percent_row = CountRow(PlanMembersForm)
        self.percent_row.setObjectName(u"percent_row")
        self.percent_row.setProperty(u"path", u"percent")
        self.percent_row.setMandatory(True)

        self.grid.addWidget(self.percent_row, 3, 0, 1, 1)

        self.amount_row = MoneyRow(PlanMembersForm)
        self.amount_row.setObjectName(u"amount_row")
        self.amount_row.setProperty(u"path", u"amount")
        self.amount_row.setMandatory(True)

        self.grid.addWidget(self.amount_row, 3, 1, 1, 1)

        self.parts_row = CountRow(PlanMembersForm)
        self.parts_row.setObjectName(u"parts_row")
        self.parts_row.setProperty(u"path", u"parts")
        self.parts_row.setMandatory(True)

        self.grid.addWidget(self.parts_row, 4, 0, 1, 1)

        self.first_due_row = DayRow(PlanMembersForm)
        self.first_due_row.setObjectName(u"first_due_row")
        self.first_due_row.setProperty(u"path", u"first_due")
        self.first_due_row.setMandatory(True)

        self.grid.addWidget(self.first_due_row, 4, 1, 1, 1)

        self.worth_row = MoneyRow(PlanMembersForm)
        self.worth_row.setObjectName(u"worth_row")
        self.worth_row.setProperty(u"path", u"worth")

        self.grid.addWidget(self.worth_row, 5, 0, 1, 2)

        self.description_row = TextRow(PlanMembersForm)
        self.description_row.setObjectName(u"description_row")
        self.description_row.setProperty(u"path", u"description")
        self.description_row.setLimit(200)

        self.grid.addWidget(self.description_row, 6, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(PlanMembersForm)

        QMetaObject.connectSlotsByName(PlanMembersForm)
    # setupUi

    def retranslateUi(self, PlanMembersForm):
        self.who_row.setCaption(QCoreApplication.translate("PlanMembersForm", u"\u54ea\u4e9b\u6210\u5458", None))
        self.relief_row.setCaption(QCoreApplication.translate("PlanMembersForm", u"\u5904\u7406\u65b9\u5f0f", None))
        self.method_row.setCaption(QCoreApplication.translate("PlanMembersForm", u"\u5c65\u884c\u65b9\u5f0f", None))
        self.basis_row.setCaption(QCoreApplication.translate("PlanMembersForm", u"\u91d1\u989d\u600e\u4e48\u5b9a", None))
        self.percent_row.setCaption(QCoreApplication.translate("PlanMembersForm", u"\u8bc9\u6c42\u91d1\u989d\u7684\u767e\u5206\u4e4b\u51e0", None))
        self.amount_row.setCaption(QCoreApplication.translate("PlanMembersForm", u"\u6bcf\u4eba\u91d1\u989d\uff08\u5143\uff09", None))
        self.parts_row.setCaption(QCoreApplication.translate("PlanMembersForm", u"\u5206\u51e0\u671f\uff08\u6bcf\u6708\u4e00\u671f\uff09", None))
        self.first_due_row.setCaption(QCoreApplication.translate("PlanMembersForm", u"\uff08\u9996\u671f\uff09\u5c65\u884c\u671f\u9650", None))
        self.worth_row.setCaption(QCoreApplication.translate("PlanMembersForm", u"\u6bcf\u4eba\u6298\u4ef7\uff08\u5143\uff09", None))
        self.worth_row.setRemark(QCoreApplication.translate("PlanMembersForm", u"\u975e\u73b0\u91d1\u6551\u6d4e\u6309\u6298\u4ef7\u5355\u5217", None))
        self.description_row.setCaption(QCoreApplication.translate("PlanMembersForm", u"\u5177\u4f53\u5185\u5bb9", None))
        self.description_row.setPlaceholder(QCoreApplication.translate("PlanMembersForm", u"\u4f8b\u5982\uff1a\u8f6c\u5165\u67d0\u67d0\u5065\u8eab\u623f\uff0c\u5269\u4f59\u6b21\u6570\u4e0d\u53d8", None))
        pass
    # retranslateUi
