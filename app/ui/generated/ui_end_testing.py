# From forms/screens/end_testing.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# The finding of a test.

################################################################################
## Form generated from reading UI file 'end_testing.ui'
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

class Ui_EndTestingForm(object):
    def setupUi(self, EndTestingForm):
        if not EndTestingForm.objectName():
            EndTestingForm.setObjectName(u"EndTestingForm")
        self.grid = QGridLayout(EndTestingForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.ended_on_row = DayRow(EndTestingForm)
        self.ended_on_row.setObjectName(u"ended_on_row")
        self.ended_on_row.setProperty(u"path", u"ended_on")
        self.ended_on_row.setMandatory(True)

        self.grid.addWidget(self.ended_on_row, 0, 0, 1, 2)

        self.conclusion_row = TallRow(EndTestingForm)
        self.conclusion_row.setObjectName(u"conclusion_row")
        self.conclusion_row.setProperty(u"path", u"conclusion")
        self.conclusion_row.setMandatory(True)
        self.conclusion_row.setLimit(2000)
        self.conclusion_row.setLines(4)

        self.grid.addWidget(self.conclusion_row, 1, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(EndTestingForm)

        QMetaObject.connectSlotsByName(EndTestingForm)
    # setupUi

    def retranslateUi(self, EndTestingForm):
        self.ended_on_row.setCaption(QCoreApplication.translate("EndTestingForm", u"\u7ed3\u8bba\u65e5\u671f", None))
        self.conclusion_row.setCaption(QCoreApplication.translate("EndTestingForm", u"\u7ed3\u8bba\u6216\u8005\u672a\u80fd\u68c0\u6d4b\u9274\u5b9a\u7684\u539f\u56e0", None))
        pass
    # retranslateUi
