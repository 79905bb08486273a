# From forms/screens/assess_abuse.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# A person weighs whether a complaint is for daily use (办法第17条).

################################################################################
## Form generated from reading UI file 'assess_abuse.ui'
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
from app.ui.widgets.designed_rows import (DayRow, PickRow, TextRow)

class Ui_AssessAbuseForm(object):
    def setupUi(self, AssessAbuseForm):
        if not AssessAbuseForm.objectName():
            AssessAbuseForm.setObjectName(u"AssessAbuseForm")
        self.grid = QGridLayout(AssessAbuseForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.facts_row = TallRow(AssessAbuseForm)
        self.facts_row.setObjectName(u"facts_row")
        self.facts_row.setProperty(u"path", u"facts")
        self.facts_row.setMandatory(True)
        self.facts_row.setLimit(5000)
        self.facts_row.setLines(4)

        self.grid.addWidget(self.facts_row, 0, 0, 1, 2)

        self.abusive_row = RadioRow(AssessAbuseForm)
        self.abusive_row.setObjectName(u"abusive_row")
        self.abusive_row.setProperty(u"path", u"abusive")
        self.abusive_row.setMandatory(True)

        self.grid.addWidget(self.abusive_row, 1, 0, 1, 1)

        self.items_row = PickRow(AssessAbuseForm)
        self.items_row.setObjectName(u"items_row")
        self.items_row.setProperty(u"path", u"items")

        self.grid.addWidget(self.items_row, 1, 1, 1, 1)

        self.conclusion_row = TallRow(AssessAbuseForm)
        self.conclusion_row.setObjectName(u"conclusion_row")
        self.conclusion_row.setProperty(u"path", u"conclusion")
        self.conclusion_row.setMandatory(True)
        self.conclusion_row.setLimit(5000)
        self.conclusion_row.setLines(3)

        self.grid.addWidget(self.conclusion_row, 2, 0, 1, 2)

        self.on_row = DayRow(AssessAbuseForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 3, 0, 1, 1)

        self.by_row = TextRow(AssessAbuseForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 3, 1, 1, 1)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(AssessAbuseForm)

        QMetaObject.connectSlotsByName(AssessAbuseForm)
    # setupUi

    def retranslateUi(self, AssessAbuseForm):
        self.facts_row.setCaption(QCoreApplication.translate("AssessAbuseForm", u"\u6838\u5b9e\u7684\u4e8b\u5b9e", None))
        self.abusive_row.setCaption(QCoreApplication.translate("AssessAbuseForm", u"\u5224\u65ad", None))
        self.items_row.setCaption(QCoreApplication.translate("AssessAbuseForm", u"\u4f9d\u636e\u7684\u56e0\u7d20", None))
        self.items_row.setPlaceholder(QCoreApplication.translate("AssessAbuseForm", u"\u4e0d\u662f\u4e3a\u751f\u6d3b\u6d88\u8d39\u9700\u8981\u7684\uff0c\u81f3\u5c11\u9009\u4e00\u9879", None))
        self.conclusion_row.setCaption(QCoreApplication.translate("AssessAbuseForm", u"\u7406\u7531", None))
        self.on_row.setCaption(QCoreApplication.translate("AssessAbuseForm", u"\u8bc4\u4f30\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("AssessAbuseForm", u"\u8bc4\u4f30\u4eba", None))
        pass
    # retranslateUi
