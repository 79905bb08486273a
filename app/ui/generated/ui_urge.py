# From forms/screens/urge.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Pressing for what was promised.

################################################################################
## Form generated from reading UI file 'urge.ui'
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
from app.ui.widgets.designed_rows import (ChoiceRow, DayRow, TextRow)

class Ui_UrgeForm(object):
    def setupUi(self, UrgeForm):
        if not UrgeForm.objectName():
            UrgeForm.setObjectName(u"UrgeForm")
        self.grid = QGridLayout(UrgeForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.obligation_no_row = RadioRow(UrgeForm)
        self.obligation_no_row.setObjectName(u"obligation_no_row")
        self.obligation_no_row.setProperty(u"path", u"obligation_no")
        self.obligation_no_row.setMandatory(True)

        self.grid.addWidget(self.obligation_no_row, 0, 0, 1, 2)

        self.on_row = DayRow(UrgeForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 1, 0, 1, 1)

        self.method_row = ChoiceRow(UrgeForm)
        self.method_row.setObjectName(u"method_row")
        self.method_row.setProperty(u"path", u"method")
        self.method_row.setMandatory(True)

        self.grid.addWidget(self.method_row, 1, 1, 1, 1)

        self.by_row = TextRow(UrgeForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 2, 0, 1, 1)

        self.note_row = TallRow(UrgeForm)
        self.note_row.setObjectName(u"note_row")
        self.note_row.setProperty(u"path", u"note")
        self.note_row.setLimit(1000)
        self.note_row.setLines(2)

        self.grid.addWidget(self.note_row, 3, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(UrgeForm)

        QMetaObject.connectSlotsByName(UrgeForm)
    # setupUi

    def retranslateUi(self, UrgeForm):
        self.obligation_no_row.setCaption(QCoreApplication.translate("UrgeForm", u"\u54ea\u4e00\u9879", None))
        self.on_row.setCaption(QCoreApplication.translate("UrgeForm", u"\u7763\u4fc3\u65e5\u671f", None))
        self.method_row.setCaption(QCoreApplication.translate("UrgeForm", u"\u7763\u4fc3\u65b9\u5f0f", None))
        self.by_row.setCaption(QCoreApplication.translate("UrgeForm", u"\u7763\u4fc3\u4eba", None))
        self.note_row.setCaption(QCoreApplication.translate("UrgeForm", u"\u5bf9\u65b9\u7684\u7b54\u590d", None))
        pass
    # retranslateUi
