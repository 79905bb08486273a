# From forms/screens/extend_promise.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# A local promise made longer.

################################################################################
## Form generated from reading UI file 'extend_promise.ui'
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

from app.ui.widgets.designed_acts import (CountRow, RadioRow, TallRow)
from app.ui.widgets.designed_rows import (DayRow, TextRow)

class Ui_ExtendPromiseForm(object):
    def setupUi(self, ExtendPromiseForm):
        if not ExtendPromiseForm.objectName():
            ExtendPromiseForm.setObjectName(u"ExtendPromiseForm")
        self.grid = QGridLayout(ExtendPromiseForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.promise_row = RadioRow(ExtendPromiseForm)
        self.promise_row.setObjectName(u"promise_row")
        self.promise_row.setProperty(u"path", u"promise")
        self.promise_row.setMandatory(True)

        self.grid.addWidget(self.promise_row, 0, 0, 1, 2)

        self.units_row = CountRow(ExtendPromiseForm)
        self.units_row.setObjectName(u"units_row")
        self.units_row.setProperty(u"path", u"units")
        self.units_row.setMandatory(True)

        self.grid.addWidget(self.units_row, 1, 0, 1, 1)

        self.on_row = DayRow(ExtendPromiseForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 1, 1, 1, 1)

        self.approved_by_row = TextRow(ExtendPromiseForm)
        self.approved_by_row.setObjectName(u"approved_by_row")
        self.approved_by_row.setProperty(u"path", u"approved_by")
        self.approved_by_row.setMandatory(True)
        self.approved_by_row.setLimit(50)

        self.grid.addWidget(self.approved_by_row, 2, 0, 1, 1)

        self.by_row = TextRow(ExtendPromiseForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 2, 1, 1, 1)

        self.reason_row = TallRow(ExtendPromiseForm)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setProperty(u"path", u"reason")
        self.reason_row.setMandatory(True)
        self.reason_row.setLimit(1000)
        self.reason_row.setLines(3)

        self.grid.addWidget(self.reason_row, 3, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(ExtendPromiseForm)

        QMetaObject.connectSlotsByName(ExtendPromiseForm)
    # setupUi

    def retranslateUi(self, ExtendPromiseForm):
        self.promise_row.setCaption(QCoreApplication.translate("ExtendPromiseForm", u"\u5ef6\u957f\u54ea\u4e00\u9879", None))
        self.units_row.setCaption(QCoreApplication.translate("ExtendPromiseForm", u"\u5ef6\u957f\u591a\u5c11", None))
        self.on_row.setCaption(QCoreApplication.translate("ExtendPromiseForm", u"\u6279\u51c6\u65e5\u671f", None))
        self.approved_by_row.setCaption(QCoreApplication.translate("ExtendPromiseForm", u"\u6279\u51c6\u4eba", None))
        self.by_row.setCaption(QCoreApplication.translate("ExtendPromiseForm", u"\u7ecf\u529e\u4eba", None))
        self.reason_row.setCaption(QCoreApplication.translate("ExtendPromiseForm", u"\u5ef6\u957f\u7684\u7406\u7531", None))
        pass
    # retranslateUi
