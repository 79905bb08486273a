# From forms/screens/report_entrusted.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# What the other body reported.

################################################################################
## Form generated from reading UI file 'report_entrusted.ui'
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

class Ui_ReportEntrustedForm(object):
    def setupUi(self, ReportEntrustedForm):
        if not ReportEntrustedForm.objectName():
            ReportEntrustedForm.setObjectName(u"ReportEntrustedForm")
        self.grid = QGridLayout(ReportEntrustedForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.outcome_row = RadioRow(ReportEntrustedForm)
        self.outcome_row.setObjectName(u"outcome_row")
        self.outcome_row.setProperty(u"path", u"outcome")
        self.outcome_row.setMandatory(True)

        self.grid.addWidget(self.outcome_row, 0, 0, 1, 2)

        self.text_row = TallRow(ReportEntrustedForm)
        self.text_row.setObjectName(u"text_row")
        self.text_row.setProperty(u"path", u"text")
        self.text_row.setMandatory(True)
        self.text_row.setLimit(2000)
        self.text_row.setLines(3)

        self.grid.addWidget(self.text_row, 1, 0, 1, 2)

        self.on_row = DayRow(ReportEntrustedForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 2, 0, 1, 1)

        self.by_row = TextRow(ReportEntrustedForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 2, 1, 1, 1)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(ReportEntrustedForm)

        QMetaObject.connectSlotsByName(ReportEntrustedForm)
    # setupUi

    def retranslateUi(self, ReportEntrustedForm):
        self.outcome_row.setCaption(QCoreApplication.translate("ReportEntrustedForm", u"\u8c03\u89e3\u7ed3\u679c", None))
        self.text_row.setCaption(QCoreApplication.translate("ReportEntrustedForm", u"\u8c03\u89e3\u60c5\u51b5", None))
        self.on_row.setCaption(QCoreApplication.translate("ReportEntrustedForm", u"\u7ed3\u679c\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("ReportEntrustedForm", u"\u7ecf\u529e\u4eba", None))
        pass
    # retranslateUi
