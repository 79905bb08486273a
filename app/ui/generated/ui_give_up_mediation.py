# From forms/screens/give_up_mediation.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Mediation of a petition came to nothing.

################################################################################
## Form generated from reading UI file 'give_up_mediation.ui'
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

class Ui_GiveUpMediationForm(object):
    def setupUi(self, GiveUpMediationForm):
        if not GiveUpMediationForm.objectName():
            GiveUpMediationForm.setObjectName(u"GiveUpMediationForm")
        self.grid = QGridLayout(GiveUpMediationForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.facts_row = TallRow(GiveUpMediationForm)
        self.facts_row.setObjectName(u"facts_row")
        self.facts_row.setProperty(u"path", u"facts")
        self.facts_row.setMandatory(True)
        self.facts_row.setLimit(5000)
        self.facts_row.setLines(4)

        self.grid.addWidget(self.facts_row, 0, 0, 1, 2)

        self.on_row = DayRow(GiveUpMediationForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 1, 0, 1, 1)

        self.by_row = TextRow(GiveUpMediationForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 1, 1, 1, 1)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(GiveUpMediationForm)

        QMetaObject.connectSlotsByName(GiveUpMediationForm)
    # setupUi

    def retranslateUi(self, GiveUpMediationForm):
        self.facts_row.setCaption(QCoreApplication.translate("GiveUpMediationForm", u"\u8c03\u89e3\u4e0d\u6210\u7684\u60c5\u51b5", None))
        self.on_row.setCaption(QCoreApplication.translate("GiveUpMediationForm", u"\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("GiveUpMediationForm", u"\u7ecf\u529e\u4eba", None))
        pass
    # retranslateUi
