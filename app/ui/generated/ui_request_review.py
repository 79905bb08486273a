# From forms/screens/request_review.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# 复查 or 复核 was asked for (信访工作条例第35、36条).

################################################################################
## Form generated from reading UI file 'request_review.ui'
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

from app.ui.widgets.designed_acts import (RadioRow, TallRow, TickRow)
from app.ui.widgets.designed_rows import (DayRow, TextRow)

class Ui_RequestReviewForm(object):
    def setupUi(self, RequestReviewForm):
        if not RequestReviewForm.objectName():
            RequestReviewForm.setObjectName(u"RequestReviewForm")
        self.grid = QGridLayout(RequestReviewForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.level_row = RadioRow(RequestReviewForm)
        self.level_row.setObjectName(u"level_row")
        self.level_row.setProperty(u"path", u"level")
        self.level_row.setMandatory(True)

        self.grid.addWidget(self.level_row, 0, 0, 1, 2)

        self.body_row = TextRow(RequestReviewForm)
        self.body_row.setObjectName(u"body_row")
        self.body_row.setProperty(u"path", u"body")
        self.body_row.setMandatory(True)
        self.body_row.setLimit(100)

        self.grid.addWidget(self.body_row, 1, 0, 1, 1)

        self.received_on_row = DayRow(RequestReviewForm)
        self.received_on_row.setObjectName(u"received_on_row")
        self.received_on_row.setProperty(u"path", u"received_on")
        self.received_on_row.setMandatory(True)

        self.grid.addWidget(self.received_on_row, 1, 1, 1, 1)

        self.ours_row = TickRow(RequestReviewForm)
        self.ours_row.setObjectName(u"ours_row")
        self.ours_row.setProperty(u"path", u"ours")

        self.grid.addWidget(self.ours_row, 2, 0, 1, 2)

        self.reason_row = TallRow(RequestReviewForm)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setProperty(u"path", u"reason")
        self.reason_row.setLimit(5000)
        self.reason_row.setLines(3)

        self.grid.addWidget(self.reason_row, 3, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(RequestReviewForm)

        QMetaObject.connectSlotsByName(RequestReviewForm)
    # setupUi

    def retranslateUi(self, RequestReviewForm):
        self.level_row.setCaption(QCoreApplication.translate("RequestReviewForm", u"\u8bf7\u6c42", None))
        self.body_row.setCaption(QCoreApplication.translate("RequestReviewForm", u"\u590d\u67e5\u3001\u590d\u6838\u673a\u5173", None))
        self.received_on_row.setCaption(QCoreApplication.translate("RequestReviewForm", u"\u8bf7\u6c42\u65e5\u671f", None))
        self.ours_row.setCaption("")
        self.ours_row.setSentence(QCoreApplication.translate("RequestReviewForm", u"\u7531\u672c\u5355\u4f4d\u590d\u67e5\u3001\u590d\u6838\uff08\u5728\u672c\u5355\u4f4d\u8ba1\u7b97\u4e09\u5341\u65e5\u671f\u9650\uff09", None))
        self.reason_row.setCaption(QCoreApplication.translate("RequestReviewForm", u"\u4e0d\u670d\u7684\u7406\u7531", None))
        pass
    # retranslateUi
