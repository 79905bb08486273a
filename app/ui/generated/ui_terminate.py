# From forms/screens/terminate.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Ending mediation with one of the grounds (办法第23条).

################################################################################
## Form generated from reading UI file 'terminate.ui'
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

class Ui_TerminateForm(object):
    def setupUi(self, TerminateForm):
        if not TerminateForm.objectName():
            TerminateForm.setObjectName(u"TerminateForm")
        self.grid = QGridLayout(TerminateForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grounds_row = RadioRow(TerminateForm)
        self.grounds_row.setObjectName(u"grounds_row")
        self.grounds_row.setProperty(u"path", u"grounds")
        self.grounds_row.setMandatory(True)

        self.grid.addWidget(self.grounds_row, 0, 0, 1, 2)

        self.facts_row = TallRow(TerminateForm)
        self.facts_row.setObjectName(u"facts_row")
        self.facts_row.setProperty(u"path", u"facts")
        self.facts_row.setMandatory(True)
        self.facts_row.setLimit(5000)
        self.facts_row.setLines(4)

        self.grid.addWidget(self.facts_row, 1, 0, 1, 2)

        self.decided_on_row = DayRow(TerminateForm)
        self.decided_on_row.setObjectName(u"decided_on_row")
        self.decided_on_row.setProperty(u"path", u"decided_on")
        self.decided_on_row.setMandatory(True)

        self.grid.addWidget(self.decided_on_row, 2, 0, 1, 1)

        self.by_row = TextRow(TerminateForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 2, 1, 1, 1)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(TerminateForm)

        QMetaObject.connectSlotsByName(TerminateForm)
    # setupUi

    def retranslateUi(self, TerminateForm):
        self.grounds_row.setCaption(QCoreApplication.translate("TerminateForm", u"\u7ec8\u6b62\u8c03\u89e3\u7684\u60c5\u5f62", None))
        self.facts_row.setCaption(QCoreApplication.translate("TerminateForm", u"\u4e8b\u5b9e", None))
        self.decided_on_row.setCaption(QCoreApplication.translate("TerminateForm", u"\u51b3\u5b9a\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("TerminateForm", u"\u51b3\u5b9a\u4eba", None))
        pass
    # retranslateUi
