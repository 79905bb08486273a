# From forms/screens/bring_result.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# What the other office did.

################################################################################
## Form generated from reading UI file 'bring_result.ui'
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

class Ui_BringResultForm(object):
    def setupUi(self, BringResultForm):
        if not BringResultForm.objectName():
            BringResultForm.setObjectName(u"BringResultForm")
        self.grid = QGridLayout(BringResultForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.outcome_row = RadioRow(BringResultForm)
        self.outcome_row.setObjectName(u"outcome_row")
        self.outcome_row.setProperty(u"path", u"outcome")
        self.outcome_row.setMandatory(True)

        self.grid.addWidget(self.outcome_row, 0, 0, 1, 2)

        self.on_row = DayRow(BringResultForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 1, 0, 1, 1)

        self.by_row = TextRow(BringResultForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 1, 1, 1, 1)

        self.result_row = TallRow(BringResultForm)
        self.result_row.setObjectName(u"result_row")
        self.result_row.setProperty(u"path", u"result")
        self.result_row.setMandatory(True)
        self.result_row.setLimit(1000)
        self.result_row.setLines(4)

        self.grid.addWidget(self.result_row, 2, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(BringResultForm)

        QMetaObject.connectSlotsByName(BringResultForm)
    # setupUi

    def retranslateUi(self, BringResultForm):
        self.outcome_row.setCaption(QCoreApplication.translate("BringResultForm", u"\u529e\u7406\u7ed3\u679c", None))
        self.on_row.setCaption(QCoreApplication.translate("BringResultForm", u"\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("BringResultForm", u"\u7ecf\u529e\u4eba", None))
        self.result_row.setCaption(QCoreApplication.translate("BringResultForm", u"\u5bf9\u65b9\u529e\u7406\u7684\u60c5\u51b5", None))
        pass
    # retranslateUi
