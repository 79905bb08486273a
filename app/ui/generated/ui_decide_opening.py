# From forms/screens/decide_opening.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# 立案 or 不予立案.

################################################################################
## Form generated from reading UI file 'decide_opening.ui'
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

class Ui_DecideOpeningForm(object):
    def setupUi(self, DecideOpeningForm):
        if not DecideOpeningForm.objectName():
            DecideOpeningForm.setObjectName(u"DecideOpeningForm")
        self.grid = QGridLayout(DecideOpeningForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.opened_row = RadioRow(DecideOpeningForm)
        self.opened_row.setObjectName(u"opened_row")
        self.opened_row.setProperty(u"path", u"opened")
        self.opened_row.setMandatory(True)

        self.grid.addWidget(self.opened_row, 0, 0, 1, 2)

        self.decided_on_row = DayRow(DecideOpeningForm)
        self.decided_on_row.setObjectName(u"decided_on_row")
        self.decided_on_row.setProperty(u"path", u"decided_on")
        self.decided_on_row.setMandatory(True)

        self.grid.addWidget(self.decided_on_row, 1, 0, 1, 1)

        self.approved_by_row = TextRow(DecideOpeningForm)
        self.approved_by_row.setObjectName(u"approved_by_row")
        self.approved_by_row.setProperty(u"path", u"approved_by")
        self.approved_by_row.setMandatory(True)
        self.approved_by_row.setLimit(100)

        self.grid.addWidget(self.approved_by_row, 1, 1, 1, 1)

        self.file_no_row = TextRow(DecideOpeningForm)
        self.file_no_row.setObjectName(u"file_no_row")
        self.file_no_row.setProperty(u"path", u"file_no")
        self.file_no_row.setLimit(100)

        self.grid.addWidget(self.file_no_row, 2, 0, 1, 1)

        self.by_row = TextRow(DecideOpeningForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(100)

        self.grid.addWidget(self.by_row, 2, 1, 1, 1)

        self.facts_row = TallRow(DecideOpeningForm)
        self.facts_row.setObjectName(u"facts_row")
        self.facts_row.setProperty(u"path", u"facts")
        self.facts_row.setMandatory(True)
        self.facts_row.setLimit(20000)
        self.facts_row.setLines(5)

        self.grid.addWidget(self.facts_row, 3, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(DecideOpeningForm)

        QMetaObject.connectSlotsByName(DecideOpeningForm)
    # setupUi

    def retranslateUi(self, DecideOpeningForm):
        self.opened_row.setCaption(QCoreApplication.translate("DecideOpeningForm", u"\u51b3\u5b9a", None))
        self.decided_on_row.setCaption(QCoreApplication.translate("DecideOpeningForm", u"\u51b3\u5b9a\u65e5\u671f", None))
        self.approved_by_row.setCaption(QCoreApplication.translate("DecideOpeningForm", u"\u6279\u51c6\u7684\u8d1f\u8d23\u4eba", None))
        self.file_no_row.setCaption(QCoreApplication.translate("DecideOpeningForm", u"\u7acb\u6848\u7f16\u53f7", None))
        self.file_no_row.setPlaceholder(QCoreApplication.translate("DecideOpeningForm", u"\u4e0d\u4e88\u7acb\u6848\u7684\u4e0d\u586b", None))
        self.by_row.setCaption(QCoreApplication.translate("DecideOpeningForm", u"\u7ecf\u529e\u4eba", None))
        self.facts_row.setCaption(QCoreApplication.translate("DecideOpeningForm", u"\u67e5\u660e\u7684\u4e8b\u5b9e\u548c\u7406\u7531", None))
        pass
    # retranslateUi
