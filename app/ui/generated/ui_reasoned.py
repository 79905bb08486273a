# From forms/screens/reasoned.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# A day, a person, a reason.

################################################################################
## Form generated from reading UI file 'reasoned.ui'
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

class Ui_ReasonedForm(object):
    def setupUi(self, ReasonedForm):
        if not ReasonedForm.objectName():
            ReasonedForm.setObjectName(u"ReasonedForm")
        self.grid = QGridLayout(ReasonedForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.on_row = DayRow(ReasonedForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 0, 0, 1, 1)

        self.by_row = TextRow(ReasonedForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 0, 1, 1, 1)

        self.reason_row = TallRow(ReasonedForm)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setProperty(u"path", u"reason")
        self.reason_row.setMandatory(True)
        self.reason_row.setLimit(1000)
        self.reason_row.setLines(4)

        self.grid.addWidget(self.reason_row, 1, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(ReasonedForm)

        QMetaObject.connectSlotsByName(ReasonedForm)
    # setupUi

    def retranslateUi(self, ReasonedForm):
        self.on_row.setCaption(QCoreApplication.translate("ReasonedForm", u"\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("ReasonedForm", u"\u7ecf\u529e\u4eba", None))
        self.reason_row.setCaption(QCoreApplication.translate("ReasonedForm", u"\u7406\u7531", None))
        pass
    # retranslateUi
