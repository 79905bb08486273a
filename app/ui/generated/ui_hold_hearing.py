# From forms/screens/hold_hearing.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# A hearing (信访工作条例第31条第六项、第36条).

################################################################################
## Form generated from reading UI file 'hold_hearing.ui'
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

class Ui_HoldHearingForm(object):
    def setupUi(self, HoldHearingForm):
        if not HoldHearingForm.objectName():
            HoldHearingForm.setObjectName(u"HoldHearingForm")
        self.grid = QGridLayout(HoldHearingForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.starts_on_row = DayRow(HoldHearingForm)
        self.starts_on_row.setObjectName(u"starts_on_row")
        self.starts_on_row.setProperty(u"path", u"starts_on")
        self.starts_on_row.setMandatory(True)

        self.grid.addWidget(self.starts_on_row, 0, 0, 1, 1)

        self.ends_on_row = DayRow(HoldHearingForm)
        self.ends_on_row.setObjectName(u"ends_on_row")
        self.ends_on_row.setProperty(u"path", u"ends_on")
        self.ends_on_row.setMandatory(True)

        self.grid.addWidget(self.ends_on_row, 0, 1, 1, 1)

        self.place_row = TextRow(HoldHearingForm)
        self.place_row.setObjectName(u"place_row")
        self.place_row.setProperty(u"path", u"place")
        self.place_row.setMandatory(True)
        self.place_row.setLimit(200)

        self.grid.addWidget(self.place_row, 1, 0, 1, 2)

        self.text_row = TallRow(HoldHearingForm)
        self.text_row.setObjectName(u"text_row")
        self.text_row.setProperty(u"path", u"text")
        self.text_row.setMandatory(True)
        self.text_row.setLimit(20000)
        self.text_row.setLines(6)

        self.grid.addWidget(self.text_row, 2, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(HoldHearingForm)

        QMetaObject.connectSlotsByName(HoldHearingForm)
    # setupUi

    def retranslateUi(self, HoldHearingForm):
        self.starts_on_row.setCaption(QCoreApplication.translate("HoldHearingForm", u"\u5f00\u59cb\u65e5\u671f", None))
        self.ends_on_row.setCaption(QCoreApplication.translate("HoldHearingForm", u"\u7ed3\u675f\u65e5\u671f", None))
        self.place_row.setCaption(QCoreApplication.translate("HoldHearingForm", u"\u542c\u8bc1\u5730\u70b9", None))
        self.text_row.setCaption(QCoreApplication.translate("HoldHearingForm", u"\u542c\u8bc1\u60c5\u51b5", None))
        pass
    # retranslateUi
