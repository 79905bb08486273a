# From forms/screens/report_appraisal.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# The expert's answer, or why there is none (办法第22条).

################################################################################
## Form generated from reading UI file 'report_appraisal.ui'
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

class Ui_ReportAppraisalForm(object):
    def setupUi(self, ReportAppraisalForm):
        if not ReportAppraisalForm.objectName():
            ReportAppraisalForm.setObjectName(u"ReportAppraisalForm")
        self.grid = QGridLayout(ReportAppraisalForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.reported_on_row = DayRow(ReportAppraisalForm)
        self.reported_on_row.setObjectName(u"reported_on_row")
        self.reported_on_row.setProperty(u"path", u"reported_on")
        self.reported_on_row.setMandatory(True)

        self.grid.addWidget(self.reported_on_row, 0, 0, 1, 1)

        self.conclusion_row = TallRow(ReportAppraisalForm)
        self.conclusion_row.setObjectName(u"conclusion_row")
        self.conclusion_row.setProperty(u"path", u"conclusion")
        self.conclusion_row.setMandatory(True)
        self.conclusion_row.setLimit(5000)
        self.conclusion_row.setLines(5)

        self.grid.addWidget(self.conclusion_row, 1, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(ReportAppraisalForm)

        QMetaObject.connectSlotsByName(ReportAppraisalForm)
    # setupUi

    def retranslateUi(self, ReportAppraisalForm):
        self.reported_on_row.setCaption(QCoreApplication.translate("ReportAppraisalForm", u"\u6536\u5230\u7ed3\u8bba\u7684\u65e5\u671f", None))
        self.conclusion_row.setCaption(QCoreApplication.translate("ReportAppraisalForm", u"\u7ed3\u8bba\uff0c\u6216\u8005\u672a\u80fd\u9274\u5b9a\u7684\u539f\u56e0", None))
        pass
    # retranslateUi
