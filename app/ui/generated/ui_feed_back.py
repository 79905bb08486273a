# From forms/screens/feed_back.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Back to the body that sent the case.

################################################################################
## Form generated from reading UI file 'feed_back.ui'
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

class Ui_FeedBackForm(object):
    def setupUi(self, FeedBackForm):
        if not FeedBackForm.objectName():
            FeedBackForm.setObjectName(u"FeedBackForm")
        self.grid = QGridLayout(FeedBackForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.to_row = TextRow(FeedBackForm)
        self.to_row.setObjectName(u"to_row")
        self.to_row.setProperty(u"path", u"to")
        self.to_row.setMandatory(True)
        self.to_row.setLimit(60)

        self.grid.addWidget(self.to_row, 0, 0, 1, 1)

        self.on_row = DayRow(FeedBackForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 0, 1, 1, 1)

        self.method_row = ChoiceRow(FeedBackForm)
        self.method_row.setObjectName(u"method_row")
        self.method_row.setProperty(u"path", u"method")
        self.method_row.setMandatory(True)

        self.grid.addWidget(self.method_row, 1, 0, 1, 1)

        self.by_row = TextRow(FeedBackForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 1, 1, 1, 1)

        self.reason_row = TallRow(FeedBackForm)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setProperty(u"path", u"reason")
        self.reason_row.setMandatory(True)
        self.reason_row.setLimit(1000)
        self.reason_row.setLines(4)

        self.grid.addWidget(self.reason_row, 2, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(FeedBackForm)

        QMetaObject.connectSlotsByName(FeedBackForm)
    # setupUi

    def retranslateUi(self, FeedBackForm):
        self.to_row.setCaption(QCoreApplication.translate("FeedBackForm", u"\u9000\u56de\u7ed9", None))
        self.on_row.setCaption(QCoreApplication.translate("FeedBackForm", u"\u53cd\u9988\u65e5\u671f", None))
        self.method_row.setCaption(QCoreApplication.translate("FeedBackForm", u"\u53cd\u9988\u65b9\u5f0f", None))
        self.by_row.setCaption(QCoreApplication.translate("FeedBackForm", u"\u7ecf\u529e\u4eba", None))
        self.reason_row.setCaption(QCoreApplication.translate("FeedBackForm", u"\u6ca1\u6709\u5904\u7406\u6743\u9650\u7684\u7406\u7531", None))
        pass
    # retranslateUi
