# From forms/screens/report_risk.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# A dispute that may grow worse.

################################################################################
## Form generated from reading UI file 'report_risk.ui'
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

from app.ui.widgets.designed_acts import (MomentRow, RadioRow, TallRow)
from app.ui.widgets.designed_rows import TextRow

class Ui_ReportRiskForm(object):
    def setupUi(self, ReportRiskForm):
        if not ReportRiskForm.objectName():
            ReportRiskForm.setObjectName(u"ReportRiskForm")
        self.grid = QGridLayout(ReportRiskForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.level_row = RadioRow(ReportRiskForm)
        self.level_row.setObjectName(u"level_row")
        self.level_row.setProperty(u"path", u"level")
        self.level_row.setMandatory(True)

        self.grid.addWidget(self.level_row, 0, 0, 1, 2)

        self.facts_row = TallRow(ReportRiskForm)
        self.facts_row.setObjectName(u"facts_row")
        self.facts_row.setProperty(u"path", u"facts")
        self.facts_row.setMandatory(True)
        self.facts_row.setLimit(2000)
        self.facts_row.setLines(3)

        self.grid.addWidget(self.facts_row, 1, 0, 1, 2)

        self.measures_row = TallRow(ReportRiskForm)
        self.measures_row.setObjectName(u"measures_row")
        self.measures_row.setProperty(u"path", u"measures")
        self.measures_row.setMandatory(True)
        self.measures_row.setLimit(2000)
        self.measures_row.setLines(3)

        self.grid.addWidget(self.measures_row, 2, 0, 1, 2)

        self.told_row = TextRow(ReportRiskForm)
        self.told_row.setObjectName(u"told_row")
        self.told_row.setProperty(u"path", u"told")
        self.told_row.setLimit(100)

        self.grid.addWidget(self.told_row, 3, 0, 1, 1)

        self.at_row = MomentRow(ReportRiskForm)
        self.at_row.setObjectName(u"at_row")
        self.at_row.setProperty(u"path", u"at")
        self.at_row.setMandatory(True)

        self.grid.addWidget(self.at_row, 3, 1, 1, 1)

        self.by_row = TextRow(ReportRiskForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 4, 0, 1, 1)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(ReportRiskForm)

        QMetaObject.connectSlotsByName(ReportRiskForm)
    # setupUi

    def retranslateUi(self, ReportRiskForm):
        self.level_row.setCaption(QCoreApplication.translate("ReportRiskForm", u"\u98ce\u9669", None))
        self.facts_row.setCaption(QCoreApplication.translate("ReportRiskForm", u"\u53d1\u73b0\u7684\u60c5\u51b5", None))
        self.measures_row.setCaption(QCoreApplication.translate("ReportRiskForm", u"\u91c7\u53d6\u7684\u9884\u9632\u63aa\u65bd", None))
        self.told_row.setCaption(QCoreApplication.translate("ReportRiskForm", u"\u5df2\u62a5\u544a", None))
        self.told_row.setPlaceholder(QCoreApplication.translate("ReportRiskForm", u"\u516c\u5b89\u6d3e\u51fa\u6240\u6216\u8005\u6709\u5173\u90e8\u95e8", None))
        self.at_row.setCaption(QCoreApplication.translate("ReportRiskForm", u"\u65f6\u95f4", None))
        self.by_row.setCaption(QCoreApplication.translate("ReportRiskForm", u"\u7ecf\u529e\u4eba", None))
        pass
    # retranslateUi
