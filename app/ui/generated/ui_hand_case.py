# From forms/screens/hand_case.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# The case goes to another office.

################################################################################
## Form generated from reading UI file 'hand_case.ui'
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

class Ui_HandCaseForm(object):
    def setupUi(self, HandCaseForm):
        if not HandCaseForm.objectName():
            HandCaseForm.setObjectName(u"HandCaseForm")
        self.grid = QGridLayout(HandCaseForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.to_office_row = TextRow(HandCaseForm)
        self.to_office_row.setObjectName(u"to_office_row")
        self.to_office_row.setProperty(u"path", u"to_office")
        self.to_office_row.setMandatory(True)
        self.to_office_row.setLimit(100)

        self.grid.addWidget(self.to_office_row, 0, 0, 1, 1)

        self.known_row = ChoiceRow(HandCaseForm)
        self.known_row.setObjectName(u"known_row")
        self.known_row.setProperty(u"path", u"known")

        self.grid.addWidget(self.known_row, 0, 1, 1, 1)

        self.on_row = DayRow(HandCaseForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 1, 0, 1, 1)

        self.by_row = TextRow(HandCaseForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 1, 1, 1, 1)

        self.reason_row = TallRow(HandCaseForm)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setProperty(u"path", u"reason")
        self.reason_row.setMandatory(True)
        self.reason_row.setLimit(1000)
        self.reason_row.setLines(4)

        self.grid.addWidget(self.reason_row, 2, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(HandCaseForm)

        QMetaObject.connectSlotsByName(HandCaseForm)
    # setupUi

    def retranslateUi(self, HandCaseForm):
        self.to_office_row.setCaption(QCoreApplication.translate("HandCaseForm", u"\u63a5\u6536\u5355\u4f4d", None))
        self.known_row.setCaption(QCoreApplication.translate("HandCaseForm", u"\u5f80\u6765\u5355\u4f4d", None))
        self.known_row.setPlaceholder(QCoreApplication.translate("HandCaseForm", u"\u6ca1\u6709\u5f80\u6765\u7684\uff0c\u76f4\u63a5\u5199\u5355\u4f4d\u540d\u79f0", None))
        self.on_row.setCaption(QCoreApplication.translate("HandCaseForm", u"\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("HandCaseForm", u"\u7ecf\u529e\u4eba", None))
        self.reason_row.setCaption(QCoreApplication.translate("HandCaseForm", u"\u79fb\u4ea4\u7684\u7406\u7531", None))
        pass
    # retranslateUi
