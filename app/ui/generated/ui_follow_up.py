# From forms/screens/follow_up.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Asking the complainant afterwards (办法第26条).

################################################################################
## Form generated from reading UI file 'follow_up.ui'
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

class Ui_FollowUpForm(object):
    def setupUi(self, FollowUpForm):
        if not FollowUpForm.objectName():
            FollowUpForm.setObjectName(u"FollowUpForm")
        self.grid = QGridLayout(FollowUpForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.reached_row = RadioRow(FollowUpForm)
        self.reached_row.setObjectName(u"reached_row")
        self.reached_row.setProperty(u"path", u"reached")
        self.reached_row.setMandatory(True)

        self.grid.addWidget(self.reached_row, 0, 0, 1, 1)

        self.satisfaction_row = RadioRow(FollowUpForm)
        self.satisfaction_row.setObjectName(u"satisfaction_row")
        self.satisfaction_row.setProperty(u"path", u"satisfaction")
        self.satisfaction_row.setMandatory(True)

        self.grid.addWidget(self.satisfaction_row, 0, 1, 1, 1)

        self.on_row = DayRow(FollowUpForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 1, 0, 1, 1)

        self.method_row = ChoiceRow(FollowUpForm)
        self.method_row.setObjectName(u"method_row")
        self.method_row.setProperty(u"path", u"method")
        self.method_row.setMandatory(True)

        self.grid.addWidget(self.method_row, 1, 1, 1, 1)

        self.by_row = TextRow(FollowUpForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 2, 0, 1, 1)

        self.text_row = TallRow(FollowUpForm)
        self.text_row.setObjectName(u"text_row")
        self.text_row.setProperty(u"path", u"text")
        self.text_row.setLimit(2000)
        self.text_row.setLines(3)

        self.grid.addWidget(self.text_row, 3, 0, 1, 2)

        self.no_return_reason_row = TallRow(FollowUpForm)
        self.no_return_reason_row.setObjectName(u"no_return_reason_row")
        self.no_return_reason_row.setProperty(u"path", u"no_return_reason")
        self.no_return_reason_row.setLimit(2000)
        self.no_return_reason_row.setLines(2)

        self.grid.addWidget(self.no_return_reason_row, 4, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(FollowUpForm)

        QMetaObject.connectSlotsByName(FollowUpForm)
    # setupUi

    def retranslateUi(self, FollowUpForm):
        self.reached_row.setCaption(QCoreApplication.translate("FollowUpForm", u"\u662f\u5426\u8054\u7cfb\u4e0a", None))
        self.satisfaction_row.setCaption(QCoreApplication.translate("FollowUpForm", u"\u662f\u5426\u6ee1\u610f", None))
        self.on_row.setCaption(QCoreApplication.translate("FollowUpForm", u"\u56de\u8bbf\u65e5\u671f", None))
        self.method_row.setCaption(QCoreApplication.translate("FollowUpForm", u"\u56de\u8bbf\u65b9\u5f0f", None))
        self.by_row.setCaption(QCoreApplication.translate("FollowUpForm", u"\u56de\u8bbf\u4eba", None))
        self.text_row.setCaption(QCoreApplication.translate("FollowUpForm", u"\u6295\u8bc9\u4eba\u7684\u610f\u89c1", None))
        self.no_return_reason_row.setCaption(QCoreApplication.translate("FollowUpForm", u"\u4e0d\u518d\u91cd\u65b0\u529e\u7406\u7684\u7406\u7531", None))
        self.no_return_reason_row.setRemark(QCoreApplication.translate("FollowUpForm", u"\u53ea\u5728\u7b2c\u4e8c\u8f6e\u53ca\u4ee5\u540e\u4e0d\u6ee1\u610f\u65f6\u586b\u5199\uff1b\u4e0d\u586b\u5c31\u518d\u9000\u56de\u4e00\u8f6e", None))
        pass
    # retranslateUi
