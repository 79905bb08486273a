# From forms/screens/start_appraisal.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Commissioning an expert; the mediation limit stands still from that day (办法第22条).

################################################################################
## Form generated from reading UI file 'start_appraisal.ui'
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
from app.ui.widgets.designed_rows import (ChoiceRow, DayRow, MoneyRow, TextRow)

class Ui_StartAppraisalForm(object):
    def setupUi(self, StartAppraisalForm):
        if not StartAppraisalForm.objectName():
            StartAppraisalForm.setObjectName(u"StartAppraisalForm")
        self.grid = QGridLayout(StartAppraisalForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.institution_row = TextRow(StartAppraisalForm)
        self.institution_row.setObjectName(u"institution_row")
        self.institution_row.setProperty(u"path", u"institution")
        self.institution_row.setMandatory(True)
        self.institution_row.setLimit(100)

        self.grid.addWidget(self.institution_row, 0, 0, 1, 1)

        self.commissioned_on_row = DayRow(StartAppraisalForm)
        self.commissioned_on_row.setObjectName(u"commissioned_on_row")
        self.commissioned_on_row.setProperty(u"path", u"commissioned_on")
        self.commissioned_on_row.setMandatory(True)

        self.grid.addWidget(self.commissioned_on_row, 0, 1, 1, 1)

        self.chosen_by_row = RadioRow(StartAppraisalForm)
        self.chosen_by_row.setObjectName(u"chosen_by_row")
        self.chosen_by_row.setProperty(u"path", u"chosen_by")
        self.chosen_by_row.setMandatory(True)

        self.grid.addWidget(self.chosen_by_row, 1, 0, 1, 2)

        self.item_row = TallRow(StartAppraisalForm)
        self.item_row.setObjectName(u"item_row")
        self.item_row.setProperty(u"path", u"item")
        self.item_row.setMandatory(True)
        self.item_row.setLimit(1000)
        self.item_row.setLines(2)

        self.grid.addWidget(self.item_row, 2, 0, 1, 2)

        self.fee_row = MoneyRow(StartAppraisalForm)
        self.fee_row.setObjectName(u"fee_row")
        self.fee_row.setProperty(u"path", u"fee")

        self.grid.addWidget(self.fee_row, 3, 0, 1, 1)

        self.fee_borne_by_row = ChoiceRow(StartAppraisalForm)
        self.fee_borne_by_row.setObjectName(u"fee_borne_by_row")
        self.fee_borne_by_row.setProperty(u"path", u"fee_borne_by")

        self.grid.addWidget(self.fee_borne_by_row, 3, 1, 1, 1)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(StartAppraisalForm)

        QMetaObject.connectSlotsByName(StartAppraisalForm)
    # setupUi

    def retranslateUi(self, StartAppraisalForm):
        self.institution_row.setCaption(QCoreApplication.translate("StartAppraisalForm", u"\u9274\u5b9a\u68c0\u6d4b\u673a\u6784", None))
        self.commissioned_on_row.setCaption(QCoreApplication.translate("StartAppraisalForm", u"\u59d4\u6258\u65e5\u671f", None))
        self.chosen_by_row.setCaption(QCoreApplication.translate("StartAppraisalForm", u"\u673a\u6784\u600e\u6837\u786e\u5b9a", None))
        self.item_row.setCaption(QCoreApplication.translate("StartAppraisalForm", u"\u9274\u5b9a\u68c0\u6d4b\u4e8b\u9879", None))
        self.fee_row.setCaption(QCoreApplication.translate("StartAppraisalForm", u"\u8d39\u7528\uff08\u5143\uff09", None))
        self.fee_borne_by_row.setCaption(QCoreApplication.translate("StartAppraisalForm", u"\u8d39\u7528\u5148\u7531\u8c01\u57ab\u4ed8", None))
        self.fee_borne_by_row.setPlaceholder(QCoreApplication.translate("StartAppraisalForm", u"\u672a\u5b9a", None))
        pass
    # retranslateUi
