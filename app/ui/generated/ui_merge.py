# From forms/screens/merge.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# One case goes into another one that leads (并案).

################################################################################
## Form generated from reading UI file 'merge.ui'
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
from app.ui.widgets.designed_rows import TextRow

class Ui_MergeForm(object):
    def setupUi(self, MergeForm):
        if not MergeForm.objectName():
            MergeForm.setObjectName(u"MergeForm")
        self.grid = QGridLayout(MergeForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.other_row = RadioRow(MergeForm)
        self.other_row.setObjectName(u"other_row")
        self.other_row.setProperty(u"path", u"other")
        self.other_row.setMandatory(True)

        self.grid.addWidget(self.other_row, 0, 0, 1, 2)

        self.number_row = TextRow(MergeForm)
        self.number_row.setObjectName(u"number_row")
        self.number_row.setProperty(u"path", u"number")
        self.number_row.setLimit(60)

        self.grid.addWidget(self.number_row, 1, 0, 1, 2)

        self.direction_row = RadioRow(MergeForm)
        self.direction_row.setObjectName(u"direction_row")
        self.direction_row.setProperty(u"path", u"direction")
        self.direction_row.setMandatory(True)

        self.grid.addWidget(self.direction_row, 2, 0, 1, 2)

        self.reason_row = TallRow(MergeForm)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setProperty(u"path", u"reason")
        self.reason_row.setMandatory(True)
        self.reason_row.setLimit(1000)
        self.reason_row.setLines(3)

        self.grid.addWidget(self.reason_row, 3, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(MergeForm)

        QMetaObject.connectSlotsByName(MergeForm)
    # setupUi

    def retranslateUi(self, MergeForm):
        self.other_row.setCaption(QCoreApplication.translate("MergeForm", u"\u4e0e\u54ea\u4e00\u4ef6\u5e76\u6848", None))
        self.number_row.setCaption(QCoreApplication.translate("MergeForm", u"\u53e6\u4e00\u4ef6\u7684\u7f16\u53f7", None))
        self.number_row.setPlaceholder(QCoreApplication.translate("MergeForm", u"\u6d88\u6295\u30142026\u30153\u53f7\uff0c\u6216\u8005\u767b\u8bb0\u7f16\u53f7", None))
        self.direction_row.setCaption(QCoreApplication.translate("MergeForm", u"\u4ee5\u54ea\u4e00\u4ef6\u4e3a\u4e3b\u529e", None))
        self.reason_row.setCaption(QCoreApplication.translate("MergeForm", u"\u5e76\u6848\u7684\u7406\u7531", None))
        pass
    # retranslateUi
