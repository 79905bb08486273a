# From forms/screens/turn_report.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# A clue met in a complaint becomes a report of its own.

################################################################################
## Form generated from reading UI file 'turn_report.ui'
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
from app.ui.widgets.designed_rows import (DayRow, TextRow)

class Ui_TurnReportForm(object):
    def setupUi(self, TurnReportForm):
        if not TurnReportForm.objectName():
            TurnReportForm.setObjectName(u"TurnReportForm")
        self.grid = QGridLayout(TurnReportForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.subject_row = TextRow(TurnReportForm)
        self.subject_row.setObjectName(u"subject_row")
        self.subject_row.setProperty(u"path", u"subject")
        self.subject_row.setMandatory(True)
        self.subject_row.setLimit(100)

        self.grid.addWidget(self.subject_row, 0, 0, 1, 1)

        self.found_on_row = DayRow(TurnReportForm)
        self.found_on_row.setObjectName(u"found_on_row")
        self.found_on_row.setProperty(u"path", u"found_on")
        self.found_on_row.setMandatory(True)

        self.grid.addWidget(self.found_on_row, 0, 1, 1, 1)

        self.facts_row = TallRow(TurnReportForm)
        self.facts_row.setObjectName(u"facts_row")
        self.facts_row.setProperty(u"path", u"facts")
        self.facts_row.setMandatory(True)
        self.facts_row.setLimit(20000)
        self.facts_row.setLines(5)

        self.grid.addWidget(self.facts_row, 1, 0, 1, 2)

        self.by_row = TextRow(TurnReportForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(100)

        self.grid.addWidget(self.by_row, 2, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(TurnReportForm)

        QMetaObject.connectSlotsByName(TurnReportForm)
    # setupUi

    def retranslateUi(self, TurnReportForm):
        self.subject_row.setCaption(QCoreApplication.translate("TurnReportForm", u"\u6d89\u5acc\u8fdd\u6cd5\u884c\u4e3a", None))
        self.subject_row.setPlaceholder(QCoreApplication.translate("TurnReportForm", u"\u5982 \u65e0\u7167\u7ecf\u8425", None))
        self.found_on_row.setCaption(QCoreApplication.translate("TurnReportForm", u"\u53d1\u73b0\u65e5\u671f", None))
        self.facts_row.setCaption(QCoreApplication.translate("TurnReportForm", u"\u7ebf\u7d22\u548c\u53d1\u73b0\u7ecf\u8fc7", None))
        self.by_row.setCaption(QCoreApplication.translate("TurnReportForm", u"\u53d1\u73b0\u4eba", None))
        pass
    # retranslateUi
