# From forms/screens/tell_rights.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# The notice of rights and duties was given and signed.

################################################################################
## Form generated from reading UI file 'tell_rights.ui'
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

from app.ui.widgets.designed_acts import (RadioRow, TickRow)
from app.ui.widgets.designed_rows import (DayRow, TextRow)

class Ui_TellRightsForm(object):
    def setupUi(self, TellRightsForm):
        if not TellRightsForm.objectName():
            TellRightsForm.setObjectName(u"TellRightsForm")
        self.grid = QGridLayout(TellRightsForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.applicant_row = TextRow(TellRightsForm)
        self.applicant_row.setObjectName(u"applicant_row")
        self.applicant_row.setProperty(u"path", u"applicant")
        self.applicant_row.setLimit(100)

        self.grid.addWidget(self.applicant_row, 0, 0, 1, 1)

        self.respondent_row = TextRow(TellRightsForm)
        self.respondent_row.setObjectName(u"respondent_row")
        self.respondent_row.setProperty(u"path", u"respondent")
        self.respondent_row.setLimit(100)

        self.grid.addWidget(self.respondent_row, 0, 1, 1, 1)

        self.how_row = RadioRow(TellRightsForm)
        self.how_row.setObjectName(u"how_row")
        self.how_row.setProperty(u"path", u"how")
        self.how_row.setMandatory(True)

        self.grid.addWidget(self.how_row, 1, 0, 1, 1)

        self.openly_row = TickRow(TellRightsForm)
        self.openly_row.setObjectName(u"openly_row")
        self.openly_row.setProperty(u"path", u"openly")

        self.grid.addWidget(self.openly_row, 1, 1, 1, 1)

        self.on_row = DayRow(TellRightsForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 2, 0, 1, 1)

        self.by_row = TextRow(TellRightsForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 2, 1, 1, 1)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(TellRightsForm)

        QMetaObject.connectSlotsByName(TellRightsForm)
    # setupUi

    def retranslateUi(self, TellRightsForm):
        self.applicant_row.setCaption(QCoreApplication.translate("TellRightsForm", u"\u7533\u8bf7\u4eba\u7b7e\u6536\u4eba", None))
        self.applicant_row.setPlaceholder(QCoreApplication.translate("TellRightsForm", u"\u8fd9\u6b21\u6ca1\u6709\u7b7e\u6536\u7684\u4e0d\u586b", None))
        self.respondent_row.setCaption(QCoreApplication.translate("TellRightsForm", u"\u88ab\u7533\u8bf7\u4eba\u7b7e\u6536\u4eba", None))
        self.respondent_row.setPlaceholder(QCoreApplication.translate("TellRightsForm", u"\u8fd9\u6b21\u6ca1\u6709\u7b7e\u6536\u7684\u4e0d\u586b", None))
        self.how_row.setCaption(QCoreApplication.translate("TellRightsForm", u"\u7b7e\u6536\u65b9\u5f0f", None))
        self.openly_row.setCaption(QCoreApplication.translate("TellRightsForm", u"\u516c\u5f00\u8c03\u89e3", None))
        self.openly_row.setSentence(QCoreApplication.translate("TellRightsForm", u"\u5f53\u4e8b\u4eba\u8981\u6c42\u516c\u5f00\u8c03\u89e3", None))
        self.on_row.setCaption(QCoreApplication.translate("TellRightsForm", u"\u544a\u77e5\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("TellRightsForm", u"\u544a\u77e5\u4eba", None))
        pass
    # retranslateUi
