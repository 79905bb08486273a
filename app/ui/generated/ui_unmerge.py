# From forms/screens/unmerge.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# A merger is undone (撤销并案).

################################################################################
## Form generated from reading UI file 'unmerge.ui'
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

class Ui_UnmergeForm(object):
    def setupUi(self, UnmergeForm):
        if not UnmergeForm.objectName():
            UnmergeForm.setObjectName(u"UnmergeForm")
        self.grid = QGridLayout(UnmergeForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.absorbed_row = RadioRow(UnmergeForm)
        self.absorbed_row.setObjectName(u"absorbed_row")
        self.absorbed_row.setProperty(u"path", u"absorbed")
        self.absorbed_row.setMandatory(True)

        self.grid.addWidget(self.absorbed_row, 0, 0, 1, 2)

        self.reason_row = TallRow(UnmergeForm)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setProperty(u"path", u"reason")
        self.reason_row.setMandatory(True)
        self.reason_row.setLimit(1000)
        self.reason_row.setLines(3)

        self.grid.addWidget(self.reason_row, 1, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(UnmergeForm)

        QMetaObject.connectSlotsByName(UnmergeForm)
    # setupUi

    def retranslateUi(self, UnmergeForm):
        self.absorbed_row.setCaption(QCoreApplication.translate("UnmergeForm", u"\u6062\u590d\u5206\u522b\u529e\u7406\u7684\u6848\u4ef6", None))
        self.reason_row.setCaption(QCoreApplication.translate("UnmergeForm", u"\u64a4\u9500\u5e76\u6848\u7684\u7406\u7531", None))
        pass
    # retranslateUi
