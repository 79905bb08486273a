# From forms/screens/resume_mediation.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Mediation begins anew.

################################################################################
## Form generated from reading UI file 'resume_mediation.ui'
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

class Ui_ResumeMediationForm(object):
    def setupUi(self, ResumeMediationForm):
        if not ResumeMediationForm.objectName():
            ResumeMediationForm.setObjectName(u"ResumeMediationForm")
        self.grid = QGridLayout(ResumeMediationForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.reason_row = TallRow(ResumeMediationForm)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setProperty(u"path", u"reason")
        self.reason_row.setMandatory(True)
        self.reason_row.setLimit(2000)
        self.reason_row.setLines(2)

        self.grid.addWidget(self.reason_row, 0, 0, 1, 2)

        self.on_row = DayRow(ResumeMediationForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 1, 0, 1, 1)

        self.by_row = TextRow(ResumeMediationForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 1, 1, 1, 1)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(ResumeMediationForm)

        QMetaObject.connectSlotsByName(ResumeMediationForm)
    # setupUi

    def retranslateUi(self, ResumeMediationForm):
        self.reason_row.setCaption(QCoreApplication.translate("ResumeMediationForm", u"\u91cd\u65b0\u8c03\u89e3\u7684\u7406\u7531", None))
        self.on_row.setCaption(QCoreApplication.translate("ResumeMediationForm", u"\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("ResumeMediationForm", u"\u7ecf\u529e\u4eba", None))
        pass
    # retranslateUi
