# From forms/screens/close.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Closing a case.

################################################################################
## Form generated from reading UI file 'close.ui'
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

class Ui_CloseForm(object):
    def setupUi(self, CloseForm):
        if not CloseForm.objectName():
            CloseForm.setObjectName(u"CloseForm")
        self.grid = QGridLayout(CloseForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.on_row = DayRow(CloseForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 0, 0, 1, 1)

        self.by_row = TextRow(CloseForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 0, 1, 1, 1)

        self.summary_row = TallRow(CloseForm)
        self.summary_row.setObjectName(u"summary_row")
        self.summary_row.setProperty(u"path", u"summary")
        self.summary_row.setMandatory(True)
        self.summary_row.setLimit(5000)
        self.summary_row.setLines(5)

        self.grid.addWidget(self.summary_row, 1, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(CloseForm)

        QMetaObject.connectSlotsByName(CloseForm)
    # setupUi

    def retranslateUi(self, CloseForm):
        self.on_row.setCaption(QCoreApplication.translate("CloseForm", u"\u7ed3\u6848\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("CloseForm", u"\u7ed3\u6848\u4eba", None))
        self.summary_row.setCaption(QCoreApplication.translate("CloseForm", u"\u7ed3\u6848\u60c5\u51b5", None))
        pass
    # retranslateUi
