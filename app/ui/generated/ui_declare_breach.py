# From forms/screens/declare_breach.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# A promise is not going to be kept; the other party is told where to turn (消费者权益保护法第39条).

################################################################################
## Form generated from reading UI file 'declare_breach.ui'
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

class Ui_DeclareBreachForm(object):
    def setupUi(self, DeclareBreachForm):
        if not DeclareBreachForm.objectName():
            DeclareBreachForm.setObjectName(u"DeclareBreachForm")
        self.grid = QGridLayout(DeclareBreachForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.obligation_no_row = RadioRow(DeclareBreachForm)
        self.obligation_no_row.setObjectName(u"obligation_no_row")
        self.obligation_no_row.setProperty(u"path", u"obligation_no")
        self.obligation_no_row.setMandatory(True)

        self.grid.addWidget(self.obligation_no_row, 0, 0, 1, 2)

        self.on_row = DayRow(DeclareBreachForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 1, 0, 1, 1)

        self.facts_row = TallRow(DeclareBreachForm)
        self.facts_row.setObjectName(u"facts_row")
        self.facts_row.setProperty(u"path", u"facts")
        self.facts_row.setMandatory(True)
        self.facts_row.setLimit(2000)
        self.facts_row.setLines(3)

        self.grid.addWidget(self.facts_row, 2, 0, 1, 2)

        self.advice_row = TallRow(DeclareBreachForm)
        self.advice_row.setObjectName(u"advice_row")
        self.advice_row.setProperty(u"path", u"advice")
        self.advice_row.setMandatory(True)
        self.advice_row.setLimit(2000)
        self.advice_row.setLines(3)

        self.grid.addWidget(self.advice_row, 3, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(DeclareBreachForm)

        QMetaObject.connectSlotsByName(DeclareBreachForm)
    # setupUi

    def retranslateUi(self, DeclareBreachForm):
        self.obligation_no_row.setCaption(QCoreApplication.translate("DeclareBreachForm", u"\u54ea\u4e00\u9879", None))
        self.on_row.setCaption(QCoreApplication.translate("DeclareBreachForm", u"\u767b\u8bb0\u65e5\u671f", None))
        self.facts_row.setCaption(QCoreApplication.translate("DeclareBreachForm", u"\u672a\u5c65\u884c\u7684\u60c5\u51b5", None))
        self.advice_row.setCaption(QCoreApplication.translate("DeclareBreachForm", u"\u5df2\u544a\u77e5\u7684\u6551\u6d4e\u9014\u5f84", None))
        pass
    # retranslateUi
