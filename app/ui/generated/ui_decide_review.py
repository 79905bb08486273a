# From forms/screens/decide_review.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# 复查 or 复核意见.

################################################################################
## Form generated from reading UI file 'decide_review.ui'
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
from app.ui.widgets.designed_rows import DayRow

class Ui_DecideReviewForm(object):
    def setupUi(self, DecideReviewForm):
        if not DecideReviewForm.objectName():
            DecideReviewForm.setObjectName(u"DecideReviewForm")
        self.grid = QGridLayout(DecideReviewForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.result_row = RadioRow(DecideReviewForm)
        self.result_row.setObjectName(u"result_row")
        self.result_row.setProperty(u"path", u"result")
        self.result_row.setMandatory(True)

        self.grid.addWidget(self.result_row, 0, 0, 1, 2)

        self.opinion_row = TallRow(DecideReviewForm)
        self.opinion_row.setObjectName(u"opinion_row")
        self.opinion_row.setProperty(u"path", u"opinion")
        self.opinion_row.setMandatory(True)
        self.opinion_row.setLimit(20000)
        self.opinion_row.setLines(5)

        self.grid.addWidget(self.opinion_row, 1, 0, 1, 2)

        self.on_row = DayRow(DecideReviewForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 2, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(DecideReviewForm)

        QMetaObject.connectSlotsByName(DecideReviewForm)
    # setupUi

    def retranslateUi(self, DecideReviewForm):
        self.result_row.setCaption(QCoreApplication.translate("DecideReviewForm", u"\u7ed3\u8bba", None))
        self.opinion_row.setCaption(QCoreApplication.translate("DecideReviewForm", u"\u610f\u89c1", None))
        self.on_row.setCaption(QCoreApplication.translate("DecideReviewForm", u"\u4f5c\u51fa\u65e5\u671f", None))
        pass
    # retranslateUi
