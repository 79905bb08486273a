# From forms/screens/start_testing.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Something goes to be tested; the check stands still.

################################################################################
## Form generated from reading UI file 'start_testing.ui'
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
from app.ui.widgets.designed_rows import (ChoiceRow, DayRow, TextRow)

class Ui_StartTestingForm(object):
    def setupUi(self, StartTestingForm):
        if not StartTestingForm.objectName():
            StartTestingForm.setObjectName(u"StartTestingForm")
        self.grid = QGridLayout(StartTestingForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.sort_row = ChoiceRow(StartTestingForm)
        self.sort_row.setObjectName(u"sort_row")
        self.sort_row.setProperty(u"path", u"sort")
        self.sort_row.setMandatory(True)

        self.grid.addWidget(self.sort_row, 0, 0, 1, 1)

        self.started_on_row = DayRow(StartTestingForm)
        self.started_on_row.setObjectName(u"started_on_row")
        self.started_on_row.setProperty(u"path", u"started_on")
        self.started_on_row.setMandatory(True)

        self.grid.addWidget(self.started_on_row, 0, 1, 1, 1)

        self.institution_row = TextRow(StartTestingForm)
        self.institution_row.setObjectName(u"institution_row")
        self.institution_row.setProperty(u"path", u"institution")
        self.institution_row.setMandatory(True)
        self.institution_row.setLimit(100)

        self.grid.addWidget(self.institution_row, 1, 0, 1, 2)

        self.item_row = TallRow(StartTestingForm)
        self.item_row.setObjectName(u"item_row")
        self.item_row.setProperty(u"path", u"item")
        self.item_row.setMandatory(True)
        self.item_row.setLimit(2000)
        self.item_row.setLines(3)

        self.grid.addWidget(self.item_row, 2, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(StartTestingForm)

        QMetaObject.connectSlotsByName(StartTestingForm)
    # setupUi

    def retranslateUi(self, StartTestingForm):
        self.sort_row.setCaption(QCoreApplication.translate("StartTestingForm", u"\u79cd\u7c7b", None))
        self.started_on_row.setCaption(QCoreApplication.translate("StartTestingForm", u"\u5f00\u59cb\u65e5\u671f", None))
        self.institution_row.setCaption(QCoreApplication.translate("StartTestingForm", u"\u673a\u6784\u6216\u8005\u6743\u5229\u4eba", None))
        self.item_row.setCaption(QCoreApplication.translate("StartTestingForm", u"\u68c0\u6d4b\u9274\u5b9a\u7684\u4e8b\u9879", None))
        pass
    # retranslateUi
